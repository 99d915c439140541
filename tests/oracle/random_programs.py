#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Random programs as students and textbooks write them, made with the real PyTorch at hand: every statement is tried as it is
# added, so shapes and dtypes fit; a statement that fails is dropped, or now and then kept, as a fault that is caught or that
# ends the program. The same seed gives the same program (with the same PyTorch).
#   random_programs.py SEED [COUNT]     prints the programs
import contextlib
import io
import random
import re
import sys
import warnings

import numpy as np
import torch

warnings.simplefilter("ignore")
torch.set_num_threads(1)

UNARY = """torch.sin({f}) torch.cos({f}) torch.tan({f}) torch.tanh({f}) torch.exp({f}) torch.sigmoid({f}) torch.sqrt({f}) torch.log({f}) torch.abs({f})
torch.relu({f}) -{f} +{f} {f}**2 {f}**3 {f}**{c} {f}**0.5 {f}**-1 2**{f} {c}**{f} F.softplus({f}) 1/{f} {c}/{f} torch.atan({f}) torch.asin({f}) torch.acos({f})
torch.sinh({f}) torch.cosh({f}) torch.asinh({f}) torch.acosh({f}) torch.atanh({f}) torch.erf({f}) torch.erfc({f}) torch.expm1({f}) torch.log1p({f}) torch.log2({f})
torch.log10({f}) torch.rsqrt({f}) torch.reciprocal({f}) torch.square({f}) torch.floor({f}) torch.ceil({f}) torch.round({f}) torch.trunc({f}) torch.frac({f})
torch.sign({f}) torch.neg({f}) torch.lgamma({f}.abs()+0.5) torch.exp2({f}) {f}.sin() {f}.cos() {f}.tanh() {f}.exp() {f}.sigmoid() {f}.sqrt() {f}.log() {f}.abs()
{f}.relu() {f}.pow(2) {f}.pow({n}) {f}.pow({c}) {f}.square() {f}.neg() {f}.reciprocal() {f}.round() {f}.clone() {f}.detach() {f}.double() {f}.float() {f}.long() {f}.int()
{f}.bool() {f}.clamp({c},{c}) {f}.clamp(min={c}) {f}.clamp(max={c}) {f}.clamp_min({c}) {f}.clamp_max({c}) torch.clamp({f},-1,1) torch.clamp({f},min=0)
F.relu({f}) F.leaky_relu({f},0.1) F.leaky_relu({f}) F.elu({f}) F.selu({f}) F.gelu({f}) F.silu({f}) F.softsign({f}) F.logsigmoid({f}) F.hardtanh({f}) F.relu6({f}) F.celu({f}) F.mish({f})
F.softplus({f},beta=2) F.hardsigmoid({f}) F.hardswish({f}) F.tanhshrink({f}) F.softshrink({f}) F.threshold({f},0.1,{c}) F.elu({f},alpha={c})
{f}.to(torch.float64) {f}.to(torch.float32) {f}.type(torch.float64) {t}.to({f}.dtype) {t}.type_as({f}) {t}.float() {t}.double() abs({f})
torch.nan_to_num({f}) torch.sinc({f}) torch.logit({f}.sigmoid()) torch.deg2rad({f}) torch.rad2deg({f}) {f}.erf() {f}.log1p() {f}.expm1() {f}.sign() {f}.floor()
torch.isnan({f}) torch.isfinite({f}) torch.logical_not({t}) ~{b} {t}==0 {t}>0 {f}.requires_grad torch.zeros_like({t}) torch.ones_like({f}) torch.full_like({f},{c})
{f}.new_zeros({n}) {f}.new_tensor([1.,2.]) {f}.new_ones(2,{n}) {f}.new_full((2,),{c}) torch.positive({f}) torch.special.expit({f}) {f}.detach().clone() {f}.data""".split()

BINARY = """{f}+{f} {f}-{f} {f}*{f} {f}/{f} {f}**{f} {f}+{c} {c}-{f} {f}*{n} {f}/{n} {n}/{f} {f}//{c} {f}%{c} {f}%{f} {f}//{f} {t}+{t} {t}*{t} {t}-{t} {t}/{t} {t}**{n} {i}//{n} {i}%{n} {i}+{c} {i}*True
{t}//{t} {t}%{t} {t}+True {b}*{f} {b}+{b} {b}&{b} {b}|{b} {b}^{b} {i}&{i} {i}|{n} {i}<<1 {i}>>1 {f}>{f} {f}<{c} {f}>={f} {f}!={f} {f}=={f} {t}<={t} {i}/{i} {i}**2 {i}-{i} {i}*{f} {i}.double()+{f} {i}/{n}
torch.maximum({f},{f}) torch.minimum({f},{f}) torch.max({f},{f}) torch.min({f},{f}) torch.where({f}>0,{f},{f}) torch.where({b},{f},{f}) torch.where({f}>{c},{f},{c}) torch.where({f}<{f},{c},{f})
torch.atan2({f},{f}) torch.hypot({f},{f}) torch.pow({f},{f}) torch.add({f},{f},alpha={c}) torch.sub({f},{f},alpha={n}) torch.mul({f},{f}) torch.div({f},{f}) torch.true_divide({f},{f})
torch.div({f},{c},rounding_mode='floor') torch.div({f},{f},rounding_mode='trunc') torch.remainder({f},{f}) torch.fmod({f},{f}) torch.fmax({f},{f}) torch.fmin({f},{f}) torch.lerp({f},{f},{c}) torch.lerp({f},{f},{f})
torch.addcmul({f},{f},{f},value={c}) torch.addcdiv({f},{f},{f},value={c}) torch.logaddexp({f},{f}) torch.xlogy({f},{f}) torch.copysign({f},{f}) torch.heaviside({f},{f}) {f}.add({f}) {f}.sub({f}) {f}.mul({c}) {f}.div({f})
{f}.maximum({f}) {f}.fmod({c}) {f}.remainder({c}) {f}.where({f}>0,{f}) {f}.masked_fill({f}>{c},{c}) {f}.masked_fill({b},0.) {f}.lerp({f},0.5) {f}.dist({f}) torch.dist({f},{f},1) {f}.gt({c}) {f}.eq({f}) {f}.lt({f})
torch.logical_and({t},{t}) torch.logical_or({t},{t}) torch.isclose({f},{f}) torch.allclose({f},{f}) torch.equal({t},{t}) torch.floor_divide({f},{c}) torch.float_power({f},2) {f}.expand_as({f}) {f}.view_as({f}) {f}.reshape_as({f})
{f}+{f}.T {f}*{f}.unsqueeze(-1) {f}[:,None]*{f}[None] {f}+{f}.sum() {f}-{f}.mean(0) {f}/{f}.norm() ({f}-{f}.mean())/{f}.std() {f}*{f}.detach() {f}.exp()/{f}.exp().sum({d},keepdim=True) {f}+{f}*{f}-{f}/{c} ({f}*{f}).sum()+{c}*{f}
torch.exp(-{f}**2)*{c} 1/(1+torch.exp(-{f})) {f}*torch.log({f}.abs()+1) torch.sqrt({f}*{f}+{f}*{f}) ({f}-{f})**2 0.5*({f}**2).sum() torch.sin({f})*torch.cos({f}) torch.log(torch.exp({f})+1) {c}*{f}**3-{n}*{f} {f}*{f}*{f}""".split()

REDUCE = """{f}.sum() {f}.sum({d}) {f}.sum({d},keepdim=True) {f}.sum(({d},{d})) {f}.mean() {f}.mean({d}) {f}.mean(dim={d},keepdim=True) {f}.prod() {f}.prod({d}) {f}.max() {f}.min() {f}.max({d}).values {f}.min({d})[0] {f}.max({d},keepdim=True)[0]
{f}.max({d})[1] {f}.argmax() {f}.argmax({d}) {f}.argmin({d},keepdim=True) {f}.amax({d}) {f}.amin() {f}.amax(({d},{d}),keepdim=True) {f}.var() {f}.var({d}) {f}.var({d},unbiased=False) {f}.std() {f}.std({d},keepdim=True) {f}.std(unbiased=False)
{f}.norm() {f}.norm(1) {f}.norm(p=2,dim={d}) {f}.norm(3) {f}.norm(float('inf')) {f}.norm(dim={d},keepdim=True) torch.norm({f}) torch.linalg.norm({f}) torch.linalg.norm({f},dim={d}) torch.linalg.vector_norm({f},3) torch.logsumexp({f},{d}) torch.logsumexp({f},{d},keepdim=True)
torch.softmax({f},{d}) F.softmax({f},dim={d}) {f}.softmax(-1) F.log_softmax({f},dim={d}) {f}.log_softmax(0) {f}.cumsum({d}) torch.cumprod({f},{d}) {f}.median() {f}.median({d}).values {f}.median({d})[1] {t}.any() {t}.all() {b}.all({d}) {b}.sum() {b}.any({d}) {t}.sum() {i}.sum({d}) {i}.prod() {i}.max()
{i}.cumsum({d}) {i}.float().mean() torch.sum({t},{d}) torch.mean({f}) torch.var_mean({f})[0] torch.std_mean({f},{d})[1] {f}.sort({d}).values {f}.sort({d},descending=True)[1] {f}.sort()[0] {f}.topk(2).values {f}.topk(1,{d})[0] {f}.argsort({d}) torch.sort({f},{d},True)[0] {f}.kthvalue(1)[0] {f}.aminmax()[0]
torch.nansum({f}) {f}.nanmean() torch.count_nonzero({t}) torch.cummax({f},{d})[0] torch.cummin({f},{d}).values torch.logcumsumexp({f},{d}) {f}.unique() torch.max({f},{d})[0] torch.min({f},dim={d}).values torch.sum({f},dim={d}) torch.prod({f},{d}) torch.mean({f},({d},{d})) {f}.sum(-1).mean() {f}.sum(dtype=torch.float64) {i}.sum(dtype=torch.float32)
F.normalize({f},dim={d}) torch.renorm({f},2,0,1.) torch.diff({f}) torch.trapz({f}) torch.quantile({f},0.5) {f}.quantile(0.3,dim={d}) {f}.mode({d})[0] torch.bincount({i}.flatten().abs()) torch.histc({f}.detach(),4) torch.cov({f}) F.softmin({f},dim={d}) F.glu({f},{d}) F.cosine_similarity({f},{f},dim={d}) {f}.nansum({d}) {f}.sum().item() {f}.max().item()""".split()

LINEAR = """{f}@{f} {f}@{f}.T {f}.T@{f} torch.matmul({f},{f}) torch.mm({f},{f}) torch.mv({f},{f}) torch.dot({f},{f}) {f}.dot({f}) {f}.mm({f}) {f}.mv({f}) {f}.matmul({f}) torch.bmm({f},{f}) torch.outer({f},{f}) torch.einsum('ij,jk->ik',{f},{f}) torch.einsum('i,i->',{f},{f}) torch.einsum('ij->ji',{f}) torch.einsum('ij->',{f})
torch.einsum('ij,j->i',{f},{f}) torch.einsum('i,j->ij',{f},{f}) torch.einsum('ii->i',{f}) torch.einsum('bij,bjk->bik',{f},{f}) torch.einsum('ij,ij->i',{f},{f}) torch.einsum('...i,i->...',{f},{f}) torch.tensordot({f},{f},1) torch.tensordot({f},{f},dims=([0],[0])) torch.cross({f},{f}) torch.trace({f}) {f}.trace() torch.det({f}) torch.inverse({f})
{f}.inverse() torch.linalg.inv({f}) torch.linalg.det({f}) torch.linalg.solve({f},{f}) torch.linalg.matrix_norm({f}) torch.addmm({f},{f},{f}) torch.addmm({f},{f},{f},beta=0.5,alpha=2) torch.addmv({f},{f},{f}) torch.baddbmm({f},{f},{f}) F.linear({f},{f}) F.linear({f},{f},{f}) torch.vdot({f},{f}) torch.inner({f},{f}) torch.kron({f},{f}) torch.matrix_power({f},2) torch.linalg.norm({f},'fro')
{f}.diag() torch.diag({f}) torch.diag({f},1) torch.diagonal({f}) {f}.diagonal(1) torch.triu({f}) torch.tril({f},-1) {f}.triu(1) torch.diag_embed({f}) torch.logdet({f}@{f}.T+torch.eye({n})) torch.slogdet({f})[1] torch.linalg.multi_dot([{f},{f}]) torch.linalg.vector_norm({f}) torch.cdist({f},{f}) torch.linalg.cross({f},{f}) {i}@{i} {i}.T@{i} torch.chain_matmul({f},{f}) {f}.ger({f}) torch.linalg.eigvalsh({f}+{f}.T) torch.linalg.svdvals({f}) torch.cholesky_inverse({f}) torch.linalg.cholesky({f}@{f}.T+2*torch.eye({n}))
torch.pinverse({f}) torch.linalg.slogdet({f})[1] torch.linalg.matrix_power({f},3) torch.bilinear({f},{f},{f}) torch.addbmm({f},{f},{f}) torch.addr({f},{f},{f})""".split()

SHAPE = """{t}.reshape(-1) {t}.view(-1) {t}.reshape({n},-1) {t}.view({n},-1) {t}.reshape(-1,{n}) {t}.view(-1,{n}) {t}.flatten() {t}.flatten(1) {t}.squeeze() {t}.squeeze({d}) {t}.unsqueeze({d}) {t}.unsqueeze(0) {t}.unsqueeze(-1) {t}.permute(1,0) {t}.permute(2,0,1) {t}.transpose(0,1) {t}.transpose({d},{d}) {t}.T {t}.t() {t}.mT {t}.expand({n},{n}) {t}.expand({n},-1) {t}.expand({n},-1,-1) {t}.repeat({n}) {t}.repeat({n},1) {t}.repeat(1,2,1)
torch.cat([{f},{f}]) torch.cat([{f},{f}],{d}) torch.cat(({t},{t}),dim={d}) torch.stack([{f},{f}]) torch.stack([{f},{f}],{d}) torch.stack(({s},{s},{s})) torch.hstack([{f},{f}]) torch.vstack([{f},{f}]) torch.dstack([{f},{f}]) {f}.split({n})[0] {f}.split([1,{n}],{d})[1] {f}.chunk(2)[0] {f}.chunk({n},{d})[-1] {f}.unbind()[0] {f}.unbind({d})[-1] torch.flip({f},[0]) {f}.flip({d}) {f}.flip(({d},{d})) {f}.roll(1) {f}.roll({n},{d}) torch.roll({f},-1,{d}) {f}.fliplr() torch.rot90({f})
{f}.gather({d},{i}) torch.gather({f},1,{f}.argmax(1,keepdim=True)) {f}.index_select({d},torch.tensor([0,{n}])) torch.index_select({f},0,torch.tensor([1,0,1])) {f}.take(torch.tensor([0,1])) {f}.masked_select({f}>{c}) torch.masked_select({f},{b}) {f}.scatter({d},{i},{c}) {f}.scatter_add({d},{i},{f}) torch.zeros({n},{n}).scatter(1,torch.tensor([[0],[1]]),1.) {f}.index_add({d},torch.tensor([0,1]),{f}) {f}.narrow({d},0,{n}) {f}.select({d},{k}) {f}.contiguous() {t}.movedim(0,-1) {t}.swapaxes(0,1) {f}.index_fill({d},torch.tensor([0]),{c}) {f}.unfold({d},2,1)
torch.broadcast_to({f},({n},{n})) torch.atleast_2d({f}) {f}.unflatten(0,({n},-1)) torch.tile({f},(2,)) torch.repeat_interleave({f},2) {f}.repeat_interleave({n},dim={d}) F.one_hot({i}.abs()) F.pad({f},(1,1)) F.pad({f},(0,1),value={c}) torch.meshgrid({f},{f},indexing='ij')[0] torch.cartesian_prod({f},{f}) torch.combinations({f}) torch.broadcast_tensors({f},{f})[1] torch.tensor_split({f},2)[0] {f}.take_along_dim({f}.argsort(),-1) torch.column_stack(({f},{f})) torch.block_diag({f},{f}) torch.nonzero({t}) {t}.nonzero(as_tuple=True)[0] {f}.as_strided((2,2),(1,1)) {f}.view_as({f}) {f}.ravel() torch.ravel({f}) torch.numel({t}) {t}.shape {t}.size({d}) {t}.dim() {t}.stride() {t}.numel() {t}.size() len({t}) {t}.tolist() {t}.is_contiguous() {t}.ndim {t}.nelement() torch.is_tensor({t}) {t}.dtype {t}.element_size() {t}.storage_offset() {t}.is_floating_point()""".split()

INDEX = """{t}[0] {t}[-1] {t}[{k}] {t}[{k},{k}] {t}[:,0] {t}[:,{k}] {t}[1:] {t}[:-1] {t}[::2] {t}[...,0] {t}[...,-1:] {t}[None] {t}[:,None] {t}[...,None] {t}[0,...] {t}[[0,1]] {t}[[0,0,1]] {t}[torch.tensor([1,0])] {t}[{i}] {t}[:,[0,1]] {t}[[0,1],[1,0]] {t}[[0,1],:] {t}[[0],[1]] {t}[torch.tensor([[0],[1]]),torch.tensor([0,1])] {f}[{f}>{c}] {t}[{t}>0] {f}[{b}] {t}[0:2,1:] {t}[1:2] {t}[:,1:,0] {t}[{k},None,:]
{t}[torch.tensor([0,1]),torch.tensor([1,1])] {t}[:,torch.tensor([0])] {t}[range(2)] {t}[np.array([0,1])] {t}[True] {t}[torch.tensor(0)] {t}[torch.tensor([True,False])] {t}[0][0] {t}[0][None] {t}[[True,False,True]] {t}[:0] {t}[5:] {t}[{k}:{k}] {t}[...] {t}[:,:,0] {t}[None,...,0] {t}[torch.arange(2),[0,1]] {t}[0,:,None] {t}[-2:] {t}[[-1,-2]] {t}[(0,1)] {t}[::{n}] {t}[:2,[0,1]] {t}[[1,0],...] {t}[{t}.argmax()] {f}[{f}.argsort()] {f}[torch.randperm(2)]""".split()

LOSS = """F.mse_loss({f},{f}) F.mse_loss({f},{f},reduction='sum') F.mse_loss({f},{f},reduction='none') F.l1_loss({f},{f}) F.smooth_l1_loss({f},{f}) F.huber_loss({f},{f},delta={c}) F.cross_entropy({m},torch.tensor([{k},{k}])) F.cross_entropy({f},{f}.argmax(-1)) F.nll_loss(F.log_softmax({f},1),{f}.argmax(1)) F.binary_cross_entropy(torch.sigmoid({f}),({f}>0).float()) F.binary_cross_entropy_with_logits({f},({f}>0).to({f}.dtype)) F.cross_entropy({f},F.softmax({f},-1))
F.binary_cross_entropy_with_logits({f},torch.rand_like({f}),reduction='sum') nn.MSELoss()({f},{f}) nn.CrossEntropyLoss()({f},{f}.argmax(1)) nn.BCEWithLogitsLoss()({f},({f}>0).float()) nn.L1Loss(reduction='sum')({f},{f}) F.kl_div(F.log_softmax({f},-1),F.softmax({f},-1),reduction='batchmean') F.cross_entropy({f},{f}.argmax(1),reduction='none') F.nll_loss({f},{f}.argmax(1),reduction='sum') F.cross_entropy({f},{f}.argmax(1),label_smoothing=0.1) F.smooth_l1_loss({f},{f},beta=0.5) F.soft_margin_loss({f},({f}>0).float()*2-1) F.hinge_embedding_loss({f},{f}.sign()) F.poisson_nll_loss({f},{f}.abs()) F.margin_ranking_loss({f},{f},{f}.sign()) F.cosine_embedding_loss({f},{f},torch.ones(2)) F.gaussian_nll_loss({f},{f},{f}.abs()+1) F.triplet_margin_loss({f},{f},{f}) F.cross_entropy({f},{f}.argmax(1),weight=torch.rand({n})) F.dropout({f},0.5,training=False) F.embedding({i},{f}) F.layer_norm({f},{f}.shape[-1:]) F.batch_norm({f},None,None,training=True) F.mse_loss({f},{c}) nn.NLLLoss()({f}.log_softmax(1),{f}.argmax(1)) nn.BCELoss()({f}.sigmoid(),{f}.sigmoid().detach()) nn.SmoothL1Loss()({f},{f}) nn.HuberLoss()({f},{f})""".split()

IN_PLACE = """{f}.add_({c})|{f}.mul_({f})|{f}.sub_({f})|{f}.div_({c})|{f}.zero_()|{f}.fill_({c})|{f}.copy_({f})|{f}.exp_()|{f}.sin_()|{f}.tanh_()|{f}.sigmoid_()|{f}.relu_()|{f}.neg_()|{f}.abs_()|{f}.sqrt_()|{f}.square_()|{f}.pow_(2)|{f}.clamp_(-1,1)|{f}.clamp_(min={c})|{f}.clamp_max_({c})
{f}+={c}|{f}*={f}|{f}-={f}|{f}/={c}|{f}**=2|{f}[0]={c}|{f}[{k}]=0|{f}[{k},{k}]={c}|{f}[:,0]={f}|{f}[0]={f}[1]|{f}[{f}>{c}]=0.|{f}[{f}<0]*=-1|{f}[1:]+={c}|{f}[0]*={c}|{f}[[0,1]]={c}|{f}[:,{k}]+={f}[:,0]|{f}[...,0]=1|{f}[:]={f}|{f}[{i}]={c}|{f}[{b}]={c}|{f}[::2]=-1|{f}[0]+={f}|{f}[torch.tensor([0,0])]+=1
{f}.add_({f},alpha={c})|{f}.addcmul_({f},{f})|{f}.lerp_({f},0.5)|{f}.masked_fill_({f}>{c},{c})|{f}.index_add_(0,torch.tensor([0]),{f})|{f}.scatter_({d},{i},{c})|{f}.index_fill_(0,torch.tensor([0]),{c})|{f}.unsqueeze_(0)|{f}.squeeze_()|{f}.t_()|{f}.transpose_(0,1)|{f}.detach_()|{f}.requires_grad_()|{f}.requires_grad_(False)|{f}.round_()|{f}.floor_()|{f}.reciprocal_()|{f}.log_()|{f}.cumsum_({d})|{f}.copy_({i})|{i}+=1|{i}*={n}|{i}[0]=7|{i}+={f}|{b}[0]=True|{i}/=2|{b}&={b}|{f}.data.mul_({c})|{f}.data[0]={c}|{f}.data={f}.data*2|{f}.view(-1)[0]={c}|{f}.T[0]={c}|{f}[0].mul_({c})|{f}[0][0]={c}|{f}.diagonal().zero_()|{f}.select(0,0).add_({f}.mean())|{f}.view(-1).mul_(2)|{f}.detach().add_(1)|{f}.t().mul_({c})|{f}.fill_diagonal_({c})|{f}.clamp_(0,1)|{f}.addmm_({f},{f})|{f}.triu_()|{f}.erf_()|{f}.atan_()|{f}.leaky_relu_()|F.relu_({f})|F.relu({f},inplace=True)|torch.relu_({f})|{f}.fmod_({c})|{f}.remainder_({c})|{f}.resize_(2)|{f}.set_({f})|{f}.swapaxes_(0,1)|{f}.index_put_((torch.tensor([0]),),{s})|{f}.normal_()|{f}.uniform_(-1,1)""".replace("\n", "|").split("|")

PYTHON = """{V} = [i * {n} for i in range(4)]
{V} = sum([x.item() for x in {v}])
{V} = [float(x) for x in {v}]
{V} = {{'a': {f}, 'b': {n}}}
{V} = max({s}, {s})
{V} = sorted({v}.tolist(), reverse=True)
{V} = [round(x, 3) for x in {v}.tolist()]
{V} = dict(zip('abc', {v}.tolist()))
{V} = tuple({f}.shape)
{V} = float({s})
{V} = int({s})
{V} = bool({s})
{V} = {s}.item()
{V} = sum({v})
{V} = min({v})
{V} = [k for k in range(10) if k % 3 == {n} % 3]
{V} = list(map(lambda q: q * {n}, [1, 2, 3]))
{V} = (lambda a, b=2: a * b)({f})
{V} = list(enumerate('xyz', {n}))
{V} = math.exp({s}) if {s}.item() < 3 else math.pi
{V} = math.sqrt(abs({s}.item()))
{V} = '-'.join(str(k) for k in {f}.shape)
{V} = {n} // 2 + {n} % 3 - {n} ** 2
{V} = {c} * {n} - {c} / {n}
{V} = divmod({n}, 2), abs({c}), pow({n}, 3)
{V} = [p for p in ({f}, {f}) if p.requires_grad]
{V} = all(x > 0 for x in {v})
{V} = any([{f}.requires_grad, {f}.is_leaf])
{V} = {f}.detach().numpy()
{V} = {f}.numpy()
{V} = np.array({f}.tolist())
{V} = torch.from_numpy(np.arange({n}.))
{V} = torch.tensor(np.linspace(0, 1, {n}))
{V} = np.sin({f}.detach().numpy())
{V} = torch.as_tensor(np.ones((2, {n})))
{V} = {t}.cpu().detach().numpy().sum()
{V} = np.mean({f}.tolist())
{V} = torch.tensor([{s}, {s}])
{V} = torch.tensor([[{c}, {n}], [{n}, {c}]])
{V} = torch.tensor({f})
{V} = type({f}).__name__
{V} = isinstance({f}, torch.Tensor)
{V} = {f}.grad
{V} = {f}.grad_fn
{V} = {f}.is_leaf
{V} = {f}._version
{V} = {f}.requires_grad
{V} = [*{v}]
{V}, *{V}2 = {v}
{V}, {V}2 = {f}, {f}
{V} = {f}, {f}
{V} = {{k: k ** 2 for k in range({n})}}
{V} = list(zip({v}, range(3)))
{V} = ('%.3f' % {s}, '%d' % {n})
{V} = '{{:.2f}} {{:>6}}'.format({s}.item(), {n})
{V} = torch.arange({n})
{V} = torch.arange({n}., requires_grad=True)
{V} = torch.linspace(-1, 1, {n})
{V} = torch.logspace(0, 1, {n})
{V} = torch.eye({n})
{V} = torch.full((2, {n}), {c})
{V} = torch.randn({n}, {n})
{V} = torch.rand(2, {n}, requires_grad=True)
{V} = torch.randint(0, 5, ({n}, 2))
{V} = torch.randperm({n})
{V} = torch.normal(0., 1., size=({n},))
{V} = torch.zeros({n}, 2)
{V} = torch.ones(2, 3, dtype=torch.float64)
{V} = torch.empty(0)
{V} = torch.bernoulli(torch.full(({n},), 0.5))
{V} = torch.rand_like({f})
{V} = torch.randn({n}).mul({c}).requires_grad_()
{V} = nn.Parameter(torch.randn({n}))
{V} = torch.tensor({n})
{V} = torch.tensor({c})
{V} = torch.tensor({c}, requires_grad=True)
{V} = torch.tensor({n}., requires_grad=True)
{V} = torch.tensor([True, False, True])
{V} = torch.autograd.Variable({f}, requires_grad=True)
{V} = torch.autograd.functional.jacobian(lambda q: q ** 2 * {c}, {v})
{V} = torch.autograd.functional.hessian(lambda q: (q ** 3).sum(), {v})
{V} = torch.autograd.functional.vjp(lambda q: q.sin(), {v}, torch.ones_like({v}))[1]
{V} = torch.autograd.functional.jvp(lambda q: q * q, {v}, torch.ones_like({v}))[1]
{V} = torch.autograd.gradcheck(lambda q: (q * q).sum(), (torch.rand(2, dtype=torch.float64, requires_grad=True),))""".split("\n")

SHOW = """print({t})
print({t})
print({f})
print({s}.item())
print({f}.grad)
print({x}.grad)
print({t}.shape, {t}.dtype)
print({f}.grad_fn)
print({g}.grad_fn.next_functions)
print({g}.grad_fn.name())
print(f"{{{s}.item():.4f}} {{{t}.shape}}")
print(f'{{{s}:.3f}}')
print(f"{{{t}}}")
print(f"{{{t}!r:>5}}")
print({f}.is_leaf, {f}.requires_grad, {f}._version)
print({t}.tolist())
print({t}, {t}, sep=' | ')
print('value', {t}.max(), end=';\\n')
print(str({t}))
print([{t}, {t}])
print({f}.detach())
print({f}.detach().numpy())
print(len({t}), {t}.numel())
print(f'{{{f}.sum().item():+.2e}} {{{n}:03d}}')
print(type({t}), {t}.type())
print({f}.norm())
print(torch.allclose({f}, {f}))
print('%.4f' % {s}, {s}.item() > 0)
print(round({s}.item(), 4))
print({p})
print({p})
print(repr({p}))""".split("\n")

BACKWARD = """{g}.sum().backward()
{g}.sum().backward()
{g}.mean().backward()
{gs}.backward()
{gs}.backward()
{gs}.backward(retain_graph=True)
{g}.sum().backward(retain_graph=True)
{g}.backward(torch.ones_like({g1}))
{g}.backward(gradient={f})
{g}.backward(torch.randn_like({g1}), retain_graph=True)
({g} * {g}).sum().backward()
{g}.pow(2).mean().backward(create_graph=True)
{gs}.backward(inputs=[{x}])
torch.autograd.backward([{gs}, {gs}])
torch.autograd.backward({g}.sum(), retain_graph=True)
{V} = torch.autograd.grad({g}.sum(), {x})
{V} = torch.autograd.grad({g}.sum(), {x}, create_graph=True)[0]
{V} = torch.autograd.grad({g}.sum(), {x}, create_graph=True)[0]
{V} = torch.autograd.grad({gs}, [{x}, {x}], retain_graph=True)
{V} = torch.autograd.grad({gs}, [{x}, {x}], allow_unused=True)
{V} = torch.autograd.grad({g}, {x}, grad_outputs=torch.ones_like({g1}))
{V} = torch.autograd.grad({g}, {x}, torch.ones_like({g1}), create_graph=True)[0]
{V}, = torch.autograd.grad({g}.sum(), ({x},), retain_graph=True)
{x}.grad.zero_()
{x}.grad = None
{x}.grad *= 0.5
{x}.grad.data.zero_()
{g}.retain_grad()
{V} = {g}.register_hook(lambda q: print('hook', q))
{V} = {g}.register_hook(lambda q: q * 2)
{V} = {x}.register_hook(lambda q: q.clamp(-1, 1))
{V} = {x}.grad * {c}
{V} = {x}.grad.norm()""".split("\n")


class Dropped(Exception):
    pass


def big(v):
    """Numbers that would make the last digits of everything after them a matter of luck."""
    if isinstance(v, torch.Tensor):
        if v.numel() > 80 or v.dim() > 4:
            return True
        if v.numel() == 0 or not v.is_floating_point():
            return v.numel() > 0 and v.dtype != torch.bool and int(v.abs().max()) > 10**5
        w = v.detach()
        w = w[torch.isfinite(w)]
        return w.numel() > 0 and float(w.abs().max()) > 300
    if isinstance(v, (int, float)) and not isinstance(v, bool):
        return v == v and abs(v) > 1e5 and abs(v) != float("inf")
    if isinstance(v, (tuple, list)):
        return len(v) > 40 or any(big(i) for i in v)
    return False


class Maker:
    def __init__(self, seed):
        self.r = random.Random(seed)
        self.env = {}
        self.lines = []
        self.count = 0
        self.faulty = self.r.random() < 0.35
        self.ended = False
        self.double = self.r.random() < 0.4

    # ---- choosing
    def new(self, stem="v"):
        self.count += 1
        return f"{stem}{self.count}"

    def pool(self, what):
        t = torch.Tensor

        def fits(v):
            try:
                return tests[what](v)
            except RuntimeError:  # a view whose base was changed behind its back has no grad_fn to show
                return False
        tests = {
            "t": lambda v: isinstance(v, t), "f": lambda v: isinstance(v, t) and v.is_floating_point(),
            "i": lambda v: isinstance(v, t) and v.dtype in (torch.int64, torch.int32), "b": lambda v: isinstance(v, t) and v.dtype == torch.bool,
            "m": lambda v: isinstance(v, t) and v.is_floating_point() and v.dim() == 2, "v": lambda v: isinstance(v, t) and v.is_floating_point() and v.dim() == 1,
            "s": lambda v: isinstance(v, t) and v.is_floating_point() and v.dim() == 0, "x": lambda v: isinstance(v, t) and v.is_leaf and v.requires_grad,
            "g": lambda v: isinstance(v, t) and v.grad_fn is not None, "gs": lambda v: isinstance(v, t) and v.grad_fn is not None and v.numel() == 1,
            "p": lambda v: not isinstance(v, (t, type(np), type)) and not callable(v),
        }
        names = [k for k, v in self.env.items() if not k.startswith("__") and re.fullmatch(r"[a-z]+\d*", k) and k not in ("np", "torch", "nn", "math") and fits(v)]
        return names

    def pick(self, what):
        names = self.pool(what)
        if not names:
            raise Dropped
        if self.r.random() < 0.6:
            return self.r.choice(names[-6:])
        return self.r.choice(names)

    def constant(self):
        return repr(self.r.choice([0.5, 2.0, -1.5, 0.1, 3.0, 1.0, -0.5, 0.25, 1e-3, round(self.r.uniform(-2, 2), 2)]))

    def fill(self, template, same=0.25):
        names = {}
        last = {}

        def one(m):
            what = m.group(1)
            if what == "c":
                c = self.constant()
                return f"({c})" if c.startswith("-") else c
            if what == "n":
                return str(self.r.choice([1, 2, 2, 3, 3, 4]))
            if what == "k":
                return str(self.r.choice([0, 1, -1, 2]))
            if what == "d":
                return str(self.r.choice([0, 0, 1, 1, -1, -1, 2, -2]))
            if what == "V":
                names.setdefault("V", self.new())
                return names["V"]
            if what == "g1":
                return last["g"]
            if what in last and self.r.random() < same:
                return last[what]
            last[what] = self.pick(what)
            return last[what]
        out = re.sub(r"\{\{|\}\}|\{(\w+)\}", lambda m: m.group(0)[0] if m.group(1) is None else one(m), template)
        return out, names.get("V")

    # ---- adding
    def works(self, text, env=None):
        """None, or what it raised."""
        env = self.env if env is None else env
        state = torch.get_rng_state()
        try:
            with contextlib.redirect_stdout(io.StringIO()) as out:
                exec(compile(text, "p", "exec"), env)
            if len(out.getvalue()) > 3000:
                raise Dropped
        except Dropped:
            raise
        except Exception as e:
            torch.set_rng_state(state)
            return e
        return None

    def add(self, text, name=None):
        fault = self.works(text)
        if fault is None:
            if name and name in self.env and big(self.env[name]):
                del self.env[name]
                raise Dropped
            self.lines.append(text)
            return
        self.fault(text, fault)

    def fault(self, text, fault):
        message = str(fault)
        if len(message) > 600 or "INTERNAL" in message or "complex" in message.lower() or "Complex" in message:
            raise Dropped
        r = self.r.random()
        if r < 0.04 and "\n" not in text:
            self.lines.append(f"try:\n    {text}\nexcept {self.r.choice(['Exception', type(fault).__name__])} as e:\n    print(type(e).__name__, e)")
            return
        if r < 0.08 and self.faulty and len(self.lines) > 4:
            self.lines.append(text)
            self.ended = True
            return
        raise Dropped

    def expression(self):
        kind = self.r.choices([UNARY, BINARY, REDUCE, LINEAR, SHAPE, INDEX, LOSS], [22, 30, 14, 9, 11, 8, 6])[0]
        return self.fill(self.r.choice(kind))[0].replace(",", ", ")

    def nested(self):
        """An expression of expressions, written in one line."""
        e = self.expression()
        if self.r.random() < 0.3:
            inner = self.expression()
            names = self.pool("f")
            found = [n for n in names if re.search(rf"\b{n}\b", e)]
            if found:
                e = re.sub(rf"\b{self.r.choice(found)}\b", lambda m: f"({inner})", e, count=1)
        return e

    # ---- statements
    def leaf(self):
        name = self.new(self.r.choice("xwbaz"))
        shape = self.r.choice([(), (), (1,), (2,), (3,), (3,), (4,), (2, 2), (2, 3), (3, 2), (3, 3), (1, 3), (3, 1), (2, 2, 2), (2, 1, 3)])

        def values(shape):
            if not shape:
                return round(self.r.uniform(-2, 2), self.r.choice([1, 2, 2, 3])) if self.r.random() < 0.8 else float(self.r.randint(-3, 4))
            return [values(shape[1:]) for _ in range(shape[0])]

        def whole(v):
            return [whole(i) for i in v] if isinstance(v, list) else int(v * 2)
        r = self.r.random()
        v = values(shape)
        if r < 0.70:
            d = ", dtype=torch.float64" if self.double else ""
            text = f"{name} = torch.tensor({v}{d}, requires_grad=True)"
        elif r < 0.80:
            text = f"{name} = torch.tensor({v})"
        elif r < 0.87:
            text = f"{name} = torch.tensor({whole(v)})"
        elif r < 0.90:
            text = f"{name} = torch.tensor({whole(v)}) > 0"
        elif r < 0.95:
            text = f"{name} = torch.randn({', '.join(map(str, shape))}{', ' if shape else '()'}{', ' if not shape else ''}requires_grad=True)"
        else:
            text = f"{name} = torch.tensor({v}, dtype=torch.{self.r.choice(['float64', 'float32', 'int64', 'int32', 'bool'])})"
        self.add(text, name)

    def compute(self):
        name = self.new()
        self.add(f"{name} = {self.nested()}", name)

    def reassign(self):
        name = self.pick("f")
        self.add(f"{name} = {self.nested()}", name)

    def in_place(self):
        text = self.fill(self.r.choice(IN_PLACE))[0]
        r = self.r.random()
        m = re.match(r"(\w+)", text)
        before = m.group(1) in self.env and self.env[m.group(1)]
        if r < 0.35:
            text = f"with torch.no_grad():\n    {text}"
        elif r < 0.6:
            name = self.new()
            self.add(f"{name} = {m.group(1)}{self.r.choice(['.clone()', ' * 1', '.view(-1)', '[0]', '.T', '.reshape(-1)', '[:1]', '.detach()', ' + 0', '.unsqueeze(0)', '.expand_as(' + m.group(1) + ')'])}", name)
            text = re.sub(rf"\b{m.group(1)}\b", name, text, count=1)
        fault = self.works(text)
        if fault is None:
            v = self.env.get(m.group(1))
            self.lines.append(text)
            if big(v):
                self.env.pop(m.group(1), None)
            return
        self.fault(text, fault)

    def python(self):
        text, name = self.fill(self.r.choice(PYTHON))
        self.add(text, name)

    def show(self):
        self.add(self.fill(self.r.choice(SHOW))[0])

    def backward(self):
        text, name = self.fill(self.r.choice(BACKWARD))
        self.add(text, name)

    def bare(self):
        self.add(self.r.choice([self.nested, lambda: self.fill("{t}")[0], lambda: self.fill("{x}.grad")[0], lambda: self.fill("{g}.grad_fn")[0]])())

    def body(self, depth=1, count=2, names=()):
        """Statements inside a block, each tried in the surroundings as they are now."""
        out = []
        for _ in range(count * 4):
            if len(out) >= count:
                break
            r = self.r.random()
            try:
                if r < 0.45 and names:
                    n = self.r.choice(names)
                    e = self.nested()
                    text = f"{n} = {e}"
                elif r < 0.7:
                    n = self.new()
                    text = f"{n} = {self.nested()}"
                elif r < 0.82:
                    text = self.fill(self.r.choice(SHOW))[0]
                elif r < 0.9:
                    text = self.fill(self.r.choice(IN_PLACE))[0]
                elif r < 0.95:
                    text = self.fill(self.r.choice(BACKWARD))[0]
                else:
                    text = self.fill(self.r.choice(PYTHON))[0]
                if self.works(text) is None:
                    out.append(text)
            except Dropped:
                continue
        if not out:
            raise Dropped
        return out

    def keep(self, text):
        """A block whose statements were tried: run whole once more, and take it as it is."""
        fault = self.works(text)
        if fault is not None:
            return self.fault(text, fault)
        for k in [k for k, v in self.env.items() if big(v)]:
            del self.env[k]
        self.lines.append(text)

    def indent(self, lines, n=1):
        return "\n".join("    " * n + row for text in lines for row in text.split("\n"))

    def block(self):
        saved = dict(self.env)
        kind = self.r.choice(["if", "for", "while", "try", "with", "for", "def", "def", "lambda", "if", "comprehension", "class", "closure"])
        r = self.r
        try:
            if kind == "if":
                c = r.choice([f"{self.pick('s')} > {self.constant()}", f"{self.pick('f')}.sum() > {self.constant()}", f"{self.pick('f')}.norm() < {self.constant()}", f"({self.pick('f')} > 0).any()", f"{self.pick('f')}.requires_grad", f"{self.pick('s')}.item() < 0 or {self.pick('f')}.mean() > 0"])
                n = self.new()
                env = dict(self.env)
                self.add_quiet(f"{n} = {self.pick('f')} * 1")
                one = self.body(names=(n,)) + [f"{n} = {self.nested()}"]
                self.env = env
                self.add_quiet(f"{n} = {self.pick('f')} * 1")
                two = self.body(count=1, names=(n,)) + [f"{n} = {self.nested()}"]
                self.env = dict(saved)
                self.keep(f"if {c}:\n{self.indent(one)}\nelse:\n{self.indent(two)}")
            elif kind in ("for", "while"):
                n = self.new()
                start = f"{n} = {r.choice([self.pick('f'), self.pick('f') + ' * 1', self.pick('f') + '.clone()'])}"
                self.add_quiet(start)
                k = self.new("k")
                self.env[k] = 0
                inner = self.body(count=r.choice([1, 1, 2]), names=(n,))
                if r.random() < 0.5:
                    inner.append(f"{n} = {r.choice(['torch.tanh({n})', '{n} * 0.5', '{n} + {k}', 'torch.sin({n}) * 1.5', '{n} * {n} * 0.3', '{n} - 0.1 * {n} ** 3']).format(n=n, k=k)}")
                if r.random() < 0.25:
                    inner.append(f"if {k} == {r.choice([1, 2])}:\n    {r.choice(['break', 'continue'])}")
                self.env = dict(saved)
                if kind == "for":
                    over = r.choice([f"range({r.randint(1, 4)})", "[0.5, 1, 2]", f"enumerate({self.pick('v')})", f"{self.pick('v')}", "(1, 2)"])
                    name = f"{k}, e{k}" if over.startswith("enum") else k
                    self.keep(f"{start}\nfor {name} in {over}:\n{self.indent(inner)}")
                else:
                    self.keep(f"{start}\n{k} = 0\nwhile {n}.norm() < {r.choice([2, 5, 100])} and {k} < {r.randint(2, 5)}:\n{self.indent([f'{k} += 1'] + inner)}")
            elif kind == "try":
                inner = self.body(count=1)
                bad = r.choice(["[1.0][2]", "1 / 0", "{}['a']", "torch.ones(2) + torch.ones(3)", "int('x')", f"{self.pick('f')}.foo", "undefined_name", f"torch.ones(2, 3) @ {self.pick('f')}", f"{self.pick('f')}.view(7, 7)", f"torch.tensor([1, 2]).backward()", "torch.ones(3)[99]", f"float({self.pick('f')})", "raise_me"])
                self.env = dict(saved)
                n = self.new()
                self.keep(f"try:\n{self.indent(inner)}\n    {n} = {bad}\nexcept (IndexError, ZeroDivisionError) as e:\n    print('index', e)\nexcept Exception as e:\n    print(type(e).__name__, e)\n{r.choice(['else:', 'finally:'])}\n    done = True")
            elif kind == "with":
                inner = self.body(count=2)
                self.env = dict(saved)
                self.keep(f"with {r.choice(['torch.no_grad()', 'torch.no_grad()', 'torch.enable_grad()', 'torch.set_grad_enabled(False)', 'torch.inference_mode()', 'torch.set_grad_enabled(True)'])}:\n{self.indent(inner)}")
            elif kind in ("def", "lambda", "closure"):
                f = self.new("f")
                a, b = self.pick("f"), self.pick("f")
                va, vb = self.env[a], self.env[b]
                self.env = {k: v for k, v in self.env.items() if not isinstance(v, torch.Tensor)}
                self.env.update({"p": va, "q": vb})
                inner = self.body(count=0 if kind == "lambda" else r.choice([1, 2]), names=("p", "q")) if kind != "lambda" else []
                result = self.nested()
                self.env = dict(saved)
                n = self.new()
                if kind == "lambda":
                    self.keep(f"{f} = lambda p, q={self.constant()}: {result}\n{n} = {f}({a}, {b})")
                elif kind == "closure":
                    self.keep(f"def {f}(p):\n    total = [0]\n    def inner(q):\n        total[0] += 1\n{self.indent([re.sub('^p = ', 'q = ', s) for s in inner if not s.startswith('p')], 2) or '        pass'}\n        return {result}\n    print(total)\n    return inner\n{n} = {f}({a})({b})")
                else:
                    ret = r.choice([f"return {result}", f"return {result}, p", f"if p.sum() > 0:\n    return {result}\nreturn q"])
                    self.keep(f"def {f}(p, q{r.choice(['', '=2', ', k=3, *args'])}):\n{self.indent(inner + [ret])}\n{n} = {f}({a}, {b})" + (f"[0]" if ret.endswith(", p") else ""))
            elif kind == "comprehension":
                n = self.new()
                v = self.pick("v")
                self.keep(f"{n} = {r.choice(['torch.stack([e * 2 for e in {v}])', '[e.item() * 2 for e in {v} if e > 0]', 'sum(e ** 2 for e in {v})', '[torch.sin(e) for e in {v}][0]', 'torch.cat([e.view(1) for e in {v}])', '{{i: e.item() for i, e in enumerate({v})}}', 'torch.stack([e * i for i, e in enumerate({v})]).sum()', '[[a * b for a in range(3)] for b in range(2)]']).format(v=v)}")
            else:
                self.own_class()
        except Dropped:
            self.env = saved
            raise

    def own_class(self):
        r = self.r
        c, n = self.new("C"), self.new()
        a, b = self.pick("f"), self.pick("f")
        saved = dict(self.env)
        self.env = {k: v for k, v in self.env.items() if not isinstance(v, torch.Tensor)}
        self.env["u"] = saved[a]
        try:
            e = self.nested()
        finally:
            self.env = saved
        kind = r.choice(["plain", "module", "function", "module"])
        if kind == "plain":
            self.keep(f"class {c}:\n    def __init__(self, w):\n        self.w = w\n    def __call__(self, u):\n        return self.w * ({e})\n    def __repr__(self):\n        return f'{c}({{self.w}})'\n{n} = {c}({self.constant()})\nprint({n})\n{n}r = {n}({a})")
        elif kind == "module":
            self.keep(f"class {c}(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.w = nn.Parameter(torch.tensor({self.constant()}))\n    def forward(self, u):\n        return self.w * ({e})\n{n} = {c}()\nprint({n})\n{n}r = {n}({a}).sum()\n{n}r.backward()\nprint({n}.w.grad)")
        else:
            self.keep(f"class {c}(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, u, k):\n        ctx.save_for_backward(u)\n        ctx.k = k\n        return u * u * k\n    @staticmethod\n    def backward(ctx, grad):\n        u, = ctx.saved_tensors\n        return grad * 2 * u * ctx.k, None\n{n} = {c}.apply({a}, {self.constant()})")

    def network(self):
        r = self.r
        n = self.new("net")
        i, h, o = r.choice([1, 2, 3]), r.choice([2, 3, 4]), r.choice([1, 1, 2, 3])
        act = r.choice(["nn.ReLU()", "nn.Tanh()", "nn.Sigmoid()", "nn.LeakyReLU()", "nn.ELU()", "nn.GELU()", "nn.Softplus()", "nn.SiLU()"])
        loss, target = r.choice([("nn.MSELoss()", f"torch.randn(4, {o})"), ("nn.MSELoss(reduction='sum')", f"torch.randn(4, {o})"), ("nn.CrossEntropyLoss()", f"torch.randint(0, {o}, (4,))"), ("nn.BCEWithLogitsLoss()", f"torch.rand(4, {o})"), ("F.l1_loss", f"torch.zeros(4, {o})"), ("F.smooth_l1_loss", f"torch.ones(4, {o})"), ("nn.HuberLoss()", f"torch.ones(4, {o})")])
        opt = r.choice(["SGD({p}, lr=0.1)", "SGD({p}, lr=0.05, momentum=0.9)", "SGD({p}, lr=0.05, momentum=0.9, nesterov=True)", "SGD({p}, lr=0.1, weight_decay=0.01)", "Adam({p})", "Adam({p}, lr=0.05)", "Adam({p}, lr=0.01, weight_decay=0.1)", "AdamW({p}, lr=0.01)", "RMSprop({p}, lr=0.01)", "Adagrad({p}, lr=0.1)"]).format(p=f"{n}.parameters()")
        t = self.new()
        build = r.choice([f"nn.Sequential(nn.Linear({i}, {h}), {act}, nn.Linear({h}, {o}))", f"nn.Sequential(nn.Linear({i}, {o}))", f"nn.Linear({i}, {o})", f"nn.Linear({i}, {o}, bias=False)", f"nn.Sequential(nn.Linear({i}, {h}), {act}, nn.Dropout(0.), nn.Linear({h}, {o}))"])
        lines = [f"torch.manual_seed({r.randint(0, 99)})", f"{n} = {build}"]
        if r.random() < 0.4:
            lines.append(f"print({n})")
        if r.random() < 0.2:
            lines.append(f"for p in {n}.parameters():\n    nn.init.{r.choice(['normal_(p, std=0.1)', 'constant_(p, 0.3)', 'uniform_(p, -1, 1)', 'zeros_(p)', 'ones_(p)'])}")
        lines.append(f"{t}x, {t}y = torch.randn(4, {i}), {target}")
        lines.append(f"{t}o = torch.optim.{opt}")
        lines.append(f"{t}c = {loss}")
        loop = [f"{t}l = {t}c({n}({t}x), {t}y)", f"{t}o.zero_grad()", f"{t}l.backward()", f"{t}o.step()"]
        if r.random() < 0.6:
            loop.append(f"print(f'{{k}}: {{{t}l.item():.5f}}')")
        if r.random() < 0.2:
            loop.insert(3, f"torch.nn.utils.clip_grad_norm_({n}.parameters(), 0.5)")
        lines.append(f"for k in range({r.randint(1, 4)}):\n{self.indent(loop)}")
        lines.append(r.choice([f"for name, p in {n}.named_parameters():\n    print(name, p.shape, p.grad)", f"print({n}.state_dict())", f"print([p.norm().item() for p in {n}.parameters()])", f"print(sum(p.numel() for p in {n}.parameters()))", f"with torch.no_grad():\n    print({n}({t}x))", f"print(list({n}.parameters())[0])", f"{n}.eval()\nprint({n}({t}x).mean())", f"print({t}o)"]))
        self.keep("\n".join(lines))

    def by_hand(self):
        """A descent written out, as the first chapter of every course has it."""
        r = self.r
        x, y = self.new("x"), self.new("y")
        e = r.choice(["{x}**2", "({x} - 3)**2 + 1", "{x}**4 - 3*{x}**2 + 2", "torch.sin({x}) + 0.1*{x}**2", "torch.exp({x}) - 2*{x}", "({x}**2).sum()", "({x} * torch.tensor([1., 2.])).pow(2).sum()", "torch.log(1 + torch.exp(-{x}))"]).format(x=x)
        value = r.choice(["1.5", "-2.0", "[1.0, -1.0]" if "sum" in e else "0.3"])
        update = r.choice([f"with torch.no_grad():\n        {x} -= 0.1 * {x}.grad\n    {x}.grad.zero_()", f"{x}.data -= 0.1 * {x}.grad.data\n    {x}.grad.data.zero_()", f"with torch.no_grad():\n        {x} = {x} - 0.1 * {x}.grad\n    {x}.requires_grad_()", f"{x} = ({x} - 0.1 * {x}.grad).detach().requires_grad_()", f"{x}.data.add_({x}.grad, alpha=-0.1)\n    {x}.grad = None", f"{x} -= 0.1 * {x}.grad", f"{x} = {x} - 0.1 * {x}.grad"])
        self.keep(f"{x} = torch.tensor({value}, requires_grad=True)\nfor k in range({r.randint(2, 5)}):\n    {y} = {e}\n    {y}.backward()\n    print(k, {x}{r.choice(['', '.tolist()', '.data', '.detach()'])}, {y}.item(), {x}.grad)\n    {update}")

    def statement(self):
        r = self.r
        kind = r.choices([self.leaf, self.compute, self.reassign, self.in_place, self.python, self.show, self.backward, self.bare, self.block, self.network, self.by_hand],
                         [6, 38, 4, 12, 8, 14, 10, 3, 12, 1.2, 1.2])[0]
        kind()

    def add_quiet(self, text):
        if self.works(text) is not None:
            raise Dropped

    def make(self):
        r = self.r
        seed = r.randint(0, 1000)
        self.lines = ["import math\nimport numpy as np\nimport torch\nfrom torch import nn\nimport torch.nn.functional as F", f"torch.manual_seed({seed})"]
        exec("\n".join(self.lines), self.env)
        for _ in range(r.randint(2, 4)):
            with contextlib.suppress(Dropped):
                self.leaf()
        wanted = len(self.lines) + r.randint(5, 22)
        for _ in range(300):
            if len(self.lines) >= wanted or self.ended:
                break
            with contextlib.suppress(Dropped):
                self.statement()
        if not self.ended:
            for text in ("{gs}.backward()", "{g}.sum().backward()"):
                with contextlib.suppress(Dropped):
                    text = self.fill(text)[0]
                    if self.works(text) is None:
                        self.lines.append(text)
            for x in self.pool("x")[:4]:
                self.lines.append(f"print({x}.grad)")
        return "\n".join(self.lines) + "\n"


def program(seed):
    torch.manual_seed(seed)
    torch.set_grad_enabled(True)
    warnings.simplefilter("ignore")
    text = Maker(seed).make()
    torch.set_grad_enabled(True)
    return text


if __name__ == "__main__":
    for s in range(int(sys.argv[1]), int(sys.argv[1]) + int(sys.argv[2] if len(sys.argv) > 2 else 1)):
        print(f"# ---- {s}\n{program(s)}")
