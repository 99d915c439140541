// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/export/deck.h"

#include <algorithm>
#include <iterator>
#include <list>
#include <unordered_map>

namespace backstep {
namespace {

// Everything that one id ever looked like.
using Slot = std::vector<Layer>;

class Stack {
public:
    void add(Diagram&& frame, std::size_t stop) {
        auto place = slots_.begin();
        for (Group& group : frame.groups) {
            const auto known = places_.find(group.id);
            if (known == places_.end()) {
                // A group that comes later lies where it lies among its neighbours.
                place = slots_.insert(place, Slot());
                places_.emplace(group.id, place);
            } else {
                place = known->second;
            }
            show(*place, std::move(group), stop);
            ++place;
        }
    }

    std::vector<Layer> take() {
        std::vector<Layer> layers;
        for (Slot& slot : slots_) std::move(slot.begin(), slot.end(), std::back_inserter(layers));
        return layers;
    }

private:
    static void show(Slot& slot, Group&& group, std::size_t stop) {
        if (!slot.empty() && slot.back().last + 1 == stop && slot.back().group == group) {
            slot.back().last = stop;
        } else {
            slot.push_back({std::move(group), stop, stop});
        }
    }

    std::list<Slot> slots_;  // in painting order
    std::unordered_map<std::string, std::list<Slot>::iterator> places_;
};

}  // namespace

Deck deckOf(std::size_t stops, const std::function<Diagram(std::size_t)>& frame) {
    Deck deck;
    deck.stops = stops;
    Stack stack;
    for (std::size_t stop = 0; stop <= stops; ++stop) {
        Diagram diagram = frame(stop);
        deck.size = {std::max(deck.size.width, diagram.size.width), std::max(deck.size.height, diagram.size.height)};
        deck.title = diagram.title;
        deck.description = diagram.description;
        stack.add(std::move(diagram), stop);
    }
    deck.layers = stack.take();
    return deck;
}

}  // namespace backstep
