// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/export/page_parts.h"

namespace backstep {

const char* const kPageStyle = R"js(
*{box-sizing:border-box}
html{color-scheme:light dark;font:16px/1.45 "DejaVu Sans",Verdana,sans-serif;background:var(--paper);color:var(--text)}
body{margin:0 auto;padding:16px 24px 32px;max-width:1200px}
h1{font-size:1.25rem;font-weight:normal;margin:0}
h2{font-size:.8rem;font-weight:normal;color:var(--quiet);margin:0 0 8px}
header{display:flex;flex-wrap:wrap;align-items:baseline;gap:4px 16px;margin-bottom:16px}
header p{margin:0;color:var(--quiet)}
main{display:grid;grid-template-columns:minmax(0,1fr) 22rem;gap:16px;align-items:start}
@media (max-width:860px){main{grid-template-columns:minmax(0,1fr)}}
.pane{background:var(--pane);border:1px solid var(--line);border-radius:8px;padding:12px}
figure{margin:0}
figure+figure{margin-top:16px}
svg{display:block;max-width:100%;height:auto;margin:0 auto;touch-action:manipulation}
.off{display:none}
.node[data-node]{cursor:pointer}
.node[data-node]:focus{outline:none}
.node[data-node]:focus-visible{outline:2px solid var(--forward);outline-offset:3px;border-radius:9px}
nav{display:flex;gap:8px;align-items:center;margin:12px 0}
button{font:inherit;min-width:44px;min-height:36px;padding:4px 10px;color:var(--text);background:var(--pane);border:1px solid var(--faint);border-radius:6px;cursor:pointer}
button svg{width:18px;height:18px;margin:auto;stroke:currentColor;fill:none;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
button:hover{border-color:var(--text)}
button:disabled{color:var(--faint);border-color:var(--line);cursor:default}
button:focus-visible,input:focus-visible{outline:2px solid var(--forward);outline-offset:2px}
button.primary{background:var(--text);color:var(--pane);border-color:var(--text)}
button.primary:disabled{background:var(--pane);color:var(--faint);border-color:var(--line)}
input[type=range]{flex:1;min-width:80px;accent-color:var(--backward)}
ol{list-style:none;margin:0;padding:0}
#steps>li{padding:8px 0;border-top:1px solid var(--line)}
#steps>li:first-child{border-top:0}
.js #steps>li{display:none;border-top:0}
.js #steps>li.now{display:block}
.count{font-size:.8rem;color:var(--quiet);margin:0}
.words{margin:8px 0 0}
.math{display:block;overflow-x:auto;padding:3px 0;font-size:1.1rem}
math{font-family:"STIX Two Math",STIXGeneral,"Latin Modern Math","Cambria Math",serif}
math .b{font-weight:bold}
.hint{font-size:.8rem;color:var(--quiet);margin:16px 0 0}
.js-only{display:none}
.js .js-only{display:revert}
.js nav.js-only{display:flex}
@media print{nav,.hint,#theme{display:none!important}body{max-width:none;padding:0}main{display:block}.js #steps>li{display:block;border-top:1px solid var(--line);break-inside:avoid}figure{break-inside:avoid}}
)js";

// No names of the person's reach this text, and it never makes markup: it sets classes, properties and text.
const char* const kPageScript = R"js(
(function () {
  "use strict";
  var root = document.documentElement, get = function (id) { return document.getElementById(id); };
  var graph = get("graph"), items = Array.prototype.slice.call(get("steps").children), slider = get("slider"), play = get("play");
  var layers = Array.prototype.slice.call(graph.querySelectorAll("[data-from]")).map(function (e) {
    return { e: e, from: +e.getAttribute("data-from"), to: +e.getAttribute("data-to") };
  });
  var last = items.length - 1, now = +root.getAttribute("data-start"), timer = 0;

  function show(k, quiet) {
    now = Math.max(0, Math.min(last, k));
    var held = document.activeElement, node = held && graph.contains(held) ? held.getAttribute("data-node") : null;
    layers.forEach(function (l) { l.e.classList.toggle("off", now < l.from || now > l.to); });
    if (node !== null && held.classList.contains("off")) {
      var other = graph.querySelector('[data-node="' + node + '"]:not(.off)');
      if (other) other.focus();
    }
    items.forEach(function (item, i) { item.classList.toggle("now", i === now); });
    slider.value = now;
    slider.setAttribute("aria-valuetext", items[now].firstElementChild.textContent);
    get("first").disabled = get("previous").disabled = now === 0;
    get("next").disabled = get("last").disabled = now === last;
    if (!quiet) try { history.replaceState(null, "", "#" + now); } catch (e) { /* a sandboxed frame has no history */ }
  }
  function stop() {
    clearInterval(timer);
    timer = 0;
    play.setAttribute("aria-label", play.getAttribute("data-play"));
    play.title = play.getAttribute("data-play");
    play.classList.remove("playing");
  }
  function toggle() {
    if (timer) return stop();
    if (now === last) show(0);
    timer = setInterval(function () { if (now === last) stop(); else show(now + 1); }, 1100);
    play.setAttribute("aria-label", play.getAttribute("data-pause"));
    play.title = play.getAttribute("data-pause");
    play.classList.add("playing");
  }
  function go(k) { stop(); show(k); }
  // The next stop that is about this node, round and round.
  function visit(node) {
    var stops = [];
    items.forEach(function (item, i) { if ((" " + item.getAttribute("data-about") + " ").indexOf(" " + node + " ") >= 0) stops.push(i); });
    if (!stops.length) return;
    go(stops.filter(function (k) { return k > now; })[0] || stops[0]);
  }

  get("first").onclick = function () { go(0); };
  get("previous").onclick = function () { go(now - 1); };
  get("next").onclick = function () { go(now + 1); };
  get("last").onclick = function () { go(last); };
  play.onclick = toggle;
  slider.oninput = function () { go(+slider.value); };
  graph.addEventListener("click", function (event) {
    var node = event.target.closest("[data-node]");
    if (node) visit(node.getAttribute("data-node"));
  });
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    var on = event.target, node = on.getAttribute && on.getAttribute("data-node");
    if ((event.key === "Enter" || event.key === " ") && node) visit(node);
    else if (event.key === " " && on.tagName !== "BUTTON") toggle();
    else if (event.key === "ArrowRight" || event.key === "PageDown") go(now + 1);
    else if (event.key === "ArrowLeft" || event.key === "PageUp") go(now - 1);
    else if (event.key === "Home") go(0);
    else if (event.key === "End") go(last);
    else return;
    event.preventDefault();
  });
  window.addEventListener("hashchange", function () { fromHash(); });
  function fromHash() {
    var k = /^#(\d{1,6})$/.exec(location.hash);
    if (k) show(+k[1], true);
    return !!k;
  }
  get("theme").onclick = function () {
    var order = ["", "light", "dark"], to = order[(order.indexOf(root.getAttribute("data-theme") || "") + 1) % 3];
    if (to) root.setAttribute("data-theme", to); else root.removeAttribute("data-theme");
  };
  root.classList.add("js");
  if (!fromHash()) show(now, true);
})();
)js";

}  // namespace backstep
