# SPDX-License-Identifier: GPL-3.0-or-later
# Module torch.nn: the layers and losses of a first network under one name; layers that are not here are refused by name.
import _backstep
from torch.nn import functional, init, utils
from torch.nn.modules.module import Module, Parameter
from torch.nn.modules.container import ModuleDict, ModuleList, ParameterList, Sequential
from torch.nn.modules.linear import Identity, LazyLinear, Linear
from torch.nn.modules.activation import (CELU, ELU, GELU, GLU, Hardshrink, Hardsigmoid, Hardswish, Hardtanh, LeakyReLU, LogSigmoid,
                                         LogSoftmax, Mish, PReLU, ReLU, ReLU6, SELU, SiLU, Sigmoid, Softmax, Softmin, Softplus, Softshrink,
                                         Softsign, Tanh, Tanhshrink, Threshold)
from torch.nn.modules.loss import (BCELoss, BCEWithLogitsLoss, CrossEntropyLoss, HuberLoss, KLDivLoss, L1Loss, MSELoss, NLLLoss,
                                   SmoothL1Loss, HingeEmbeddingLoss, SoftMarginLoss, MultiLabelSoftMarginLoss, PoissonNLLLoss,
                                   GaussianNLLLoss, MarginRankingLoss, CosineEmbeddingLoss, TripletMarginLoss)
from torch.nn.modules.flatten import Flatten, Unflatten
from torch.nn.modules.dropout import Dropout
from torch.nn.modules.normalization import BatchNorm1d, BatchNorm2d, BatchNorm3d, GroupNorm, LayerNorm
from torch.nn.modules.sparse import Embedding
from torch.nn.modules.distance import ConstantPad1d, ConstantPad2d, CosineSimilarity, PairwiseDistance, ZeroPad2d


def _refused(name, nearest):
    # a class, so that isinstance(layer, nn.Conv2d) can be asked of the layers there are
    class Refused(Module):
        def __init__(self, *args, **kwargs):
            _backstep.unsupported("torch.nn." + name, nearest)
    Refused.__name__ = name
    return Refused


for _name in ("Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d ConvTranspose3d Bilinear EmbeddingBag RNN LSTM GRU RNNCell "
              "LSTMCell GRUCell Transformer TransformerEncoder TransformerEncoderLayer TransformerDecoder TransformerDecoderLayer "
              "MultiheadAttention LazyConv1d LazyConv2d MaxPool1d MaxPool2d MaxPool3d AvgPool1d AvgPool2d AvgPool3d "
              "AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveMaxPool1d AdaptiveMaxPool2d InstanceNorm1d InstanceNorm2d "
              "LocalResponseNorm Upsample Fold Unfold PixelShuffle ReflectionPad2d ParameterDict DataParallel").split():
    globals()[_name] = _refused(_name, "torch.nn.Linear")
for _name in "Dropout1d Dropout2d Dropout3d AlphaDropout FeatureAlphaDropout RReLU Softmax2d".split():
    globals()[_name] = _refused(_name, "torch.nn.Dropout")
for _name in ("CTCLoss MultiLabelMarginLoss MultiMarginLoss TripletMarginWithDistanceLoss").split():
    globals()[_name] = _refused(_name, "torch.nn.MSELoss")
