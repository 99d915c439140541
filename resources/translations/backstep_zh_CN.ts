<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CheckWords</name>
    <message>
        <source>Forward mode agrees.</source>
        <translation>与前向模式一致。</translation>
    </message>
    <message>
        <source>Forward mode gives %1, which differs.</source>
        <translation>前向模式给出 %1，两者不同。</translation>
    </message>
    <message>
        <source>Forward mode gives %1: no finite number to compare.</source>
        <translation>前向模式给出 %1，不是有限的数，无法比较。</translation>
    </message>
    <message>
        <source>Differences agree.</source>
        <translation>与差分一致。</translation>
    </message>
    <message>
        <source>Differences give %1, which differs.</source>
        <translation>差分给出 %1，两者不同。</translation>
    </message>
    <message>
        <source>Differences do not settle here (a kink, a pole or an edge is near).</source>
        <translation>差分在这里不稳定（附近有尖点、极点或定义域的边界）。</translation>
    </message>
    <message>
        <source>Differences do not settle here (a kink, a pole, another path or few digits).</source>
        <translation>差分在这里不稳定（附近有尖点、极点、另一条路径，或有效位数太少）。</translation>
    </message>
    <message>
        <source>Differences give %1, which differs. What a program detaches, or reads with item(), is no part of its gradient.</source>
        <translation>差分给出 %1，两者不同。程序中被 detach 截断或用 item() 读出的部分，不属于它的梯度。</translation>
    </message>
    <message numerus="yes">
        <source>%n more number(s) were not checked.</source>
        <translation>
            <numerusform>还有 %n 个数没有检查。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1 后面要跟一个值。</translation>
    </message>
    <message>
        <source>Unknown option %1.</source>
        <translation>未知的选项 %1。</translation>
    </message>
    <message>
        <source>One formula or file at a time: “%1” is one too many.</source>
        <translation>一次只能给一个公式或文件，“%1”是多余的。</translation>
    </message>
    <message>
        <source>%1 takes a whole number from %2 to %3, not “%4”.</source>
        <translation>%1 应为 %2 到 %3 之间的整数，而不是“%4”。</translation>
    </message>
    <message>
        <source>%1: “%2” is not a number.</source>
        <translation>%1：“%2”不是数。</translation>
    </message>
    <message>
        <source>A formula or a file is missing.</source>
        <translation>缺少公式或文件。</translation>
    </message>
    <message>
        <source>Standard input cannot be read.</source>
        <translation>无法读取标准输入。</translation>
    </message>
    <message>
        <source>--at takes NAME=VALUE, not “%1”.</source>
        <translation>--at 的写法是 NAME=VALUE，而不是“%1”。</translation>
    </message>
    <message>
        <source>There is no input “%1”. Inputs: %2.</source>
        <translation>没有名为“%1”的输入。现有输入：%2。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1: %2 (tasks: %3)</source>
        <translation>%1：%2（任务数：%3）</translation>
    </message>
    <message>
        <source>These are answers to “%1”, not to “%2”.</source>
        <translation>这些是对“%1”的作答，而不是对“%2”的。</translation>
    </message>
    <message>
        <source>%1 of %2 right</source>
        <translation>答对 %1 题，共 %2 题</translation>
    </message>
    <message>
        <source>“exercise %1” takes %2 files.</source>
        <translation>“exercise %1”需要 %2 个文件。</translation>
    </message>
    <message>
        <source>--lang is en or zh_CN, not “%1”.</source>
        <translation>--lang 可以是 en 或 zh_CN，不能是“%1”。</translation>
    </message>
    <message>
        <source>What is to be done: list, validate or grade?</source>
        <translation>要做什么：list、validate 还是 grade？</translation>
    </message>
    <message>
        <source>“exercise %1” is not part of this version.</source>
        <translation>此版本没有“exercise %1”。</translation>
    </message>
    <message>
        <source>%1 is one of %2, not “%3”.</source>
        <translation>%1 应为 %2 之一，而不是“%3”。</translation>
    </message>
    <message>
        <source>Either --scale or --dpi.</source>
        <translation>--scale 与 --dpi 只能选一个。</translation>
    </message>
    <message>
        <source>--scale takes a number from 0.1 to 20.</source>
        <translation>--scale 应为 0.1 到 20 之间的数。</translation>
    </message>
    <message>
        <source>-o FILE is missing.</source>
        <translation>缺少 -o FILE。</translation>
    </message>
    <message>
        <source>%1: files are written as .%2.</source>
        <translation>%1：文件只能写成 .%2。</translation>
    </message>
    <message>
        <source>There is nothing to plot.</source>
        <translation>没有可以画成曲线的内容。</translation>
    </message>
    <message>
        <source>--lang is one of en, zh_CN, not “%1”.</source>
        <translation>--lang 可以是 en 或 zh_CN，不能是“%1”。</translation>
    </message>
    <message>
        <source>The translation %1 is not part of this build.</source>
        <translation>此版本不含译文 %1。</translation>
    </message>
    <message>
        <source>Either --step or --all-steps.</source>
        <translation>--step 与 --all-steps 只能选一个。</translation>
    </message>
    <message>
        <source>--blank takes values, adjoints, partials and names of nodes; there is no “%1”.</source>
        <translation>--blank 可以是 values、adjoints、partials 以及节点的名称；没有“%1”。</translation>
    </message>
    <message>
        <source>The limit “%1” takes a number from 1 to %2.</source>
        <translation>限制“%1”应为 1 到 %2 之间的数。</translation>
    </message>
    <message>
        <source>“backstep run --repair” repairs this and runs the result.</source>
        <translation>“backstep run --repair”会修复它并运行修复后的程序。</translation>
    </message>
    <message>
        <source>--mode is reverse or forward, not “%1”.</source>
        <translation>--mode 可以是 reverse 或 forward，不能是“%1”。</translation>
    </message>
    <message>
        <source>--range takes A:B, not “%1”.</source>
        <translation>--range 的写法是 A:B，而不是“%1”。</translation>
    </message>
    <message>
        <source>--range: the first end must be below the second, and both within reach.</source>
        <translation>--range：起点必须小于终点，且两者都在可表示的范围内。</translation>
    </message>
    <message>
        <source>This is a program; the command takes a formula. Programs: backstep run, steps, plot, check and export.</source>
        <translation>这是一个程序，而该命令需要公式。可用于程序的命令：backstep run、steps、plot、check 和 export。</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) that were set belong to no leaf of the program.</source>
        <translation>
            <numerusform>所设的值中有 %n 个不属于程序的任何叶张量。</numerusform>
        </translation>
    </message>
    <message>
        <source>The program draws no figure, and it has no curve: %1</source>
        <translation>程序没有画图，也没有曲线：%1</translation>
    </message>
    <message>
        <source>There is no leaf “%1”. Leaves: %2.</source>
        <translation>没有名为“%1”的叶张量。现有叶张量：%2。</translation>
    </message>
    <message>
        <source>--call is for programs: a formula has one output.</source>
        <translation>--call 用于程序：公式只有一个输出。</translation>
    </message>
    <message numerus="yes">
        <source>There is no figure %1: the program draws %n figure(s).</source>
        <translation>
            <numerusform>没有第 %1 个图：程序画了 %n 个图。</numerusform>
        </translation>
    </message>
    <message>
        <source>--figure is one that a program draws: not with a formula, --over or --call.</source>
        <translation>--figure 指程序画出的图：不能与公式、--over 或 --call 一起使用。</translation>
    </message>
    <message>
        <source>--figure goes with --what plot or --what both.</source>
        <translation>--figure 要与 --what plot 或 --what both 一起使用。</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>它是一个文件夹</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>There is no limit “%1”. Limits: %2.</source>
        <translation>没有名为“%1”的限制。可用的限制：%2。</translation>
    </message>
</context>
<context>
    <name>DomainWords</name>
    <message>
        <source>Division by 0 here.</source>
        <translation>此处除数为 0。</translation>
    </message>
    <message>
        <source>%1 is a division: its second argument is 0 here.</source>
        <translation>%1 是除法，而它的第二个参数在此处为 0。</translation>
    </message>
    <message>
        <source>log is not defined for %1: it is real only for a positive number, to a base that is positive and not 1.</source>
        <translation>log 在 %1 处无定义：真数必须为正，底数必须为正且不等于 1，结果才是实数。</translation>
    </message>
    <message>
        <source>0 to a negative power is a division by 0.</source>
        <translation>0 的负数次幂就是除以 0。</translation>
    </message>
    <message>
        <source>A power of %1 is real only where the exponent is a whole number.</source>
        <translation>%1 的幂只有在指数为整数时才是实数。</translation>
    </message>
    <message>
        <source>%1 is not defined at %2: it has poles at 0, −1, −2, …</source>
        <translation>%1 在 %2 处无定义：它在 0、−1、−2、… 处有极点。</translation>
    </message>
    <message>
        <source>%1 is not defined at %2: it is defined only where %3.</source>
        <translation>%1 在 %2 处无定义：只有当 %3 时才有定义。</translation>
    </message>
    <message>
        <source>%1 is not defined at %2: it is real only for %3.</source>
        <translation>%1 在 %2 处无定义：只有当 %3 时才是实数。</translation>
    </message>
</context>
<context>
    <name>ElementsView</name>
    <message>
        <source>Choose an operation: this is an input or a number.</source>
        <translation>请选择一个运算：这是输入或数。</translation>
    </message>
    <message>
        <source>This works on single numbers already.</source>
        <translation>这个运算本来就作用于单个的数。</translation>
    </message>
    <message>
        <source>Only tensors of up to %1 elements are opened; here there are more.</source>
        <translation>只展开至多 %1 个元素的张量，而这里更多。</translation>
    </message>
    <message>
        <source>The operation “%1” is not shown in elements.</source>
        <translation>运算“%1”不能按元素展开。</translation>
    </message>
</context>
<context>
    <name>EngineWords</name>
    <message>
        <source>the program ran %1 steps without coming to its end</source>
        <translation>程序运行了 %1 步仍未结束</translation>
    </message>
    <message>
        <source>the program would print more than %1 bytes</source>
        <translation>程序要打印的内容超过 %1 字节</translation>
    </message>
    <message>
        <source>the program would print more than %1 lines</source>
        <translation>程序要打印的内容超过 %1 行</translation>
    </message>
    <message>
        <source>a string would be longer than %1 bytes</source>
        <translation>一个字符串会超过 %1 字节</translation>
    </message>
    <message>
        <source>a whole number would have more than %1 digits</source>
        <translation>一个整数会超过 %1 位</translation>
    </message>
    <message>
        <source>the program&apos;s strings and numbers would take more than %1 MiB</source>
        <translation>程序的字符串和数会占用超过 %1 MiB</translation>
    </message>
    <message>
        <source>the program&apos;s lists, tuples, dicts and sets would hold more than %1 elements</source>
        <translation>程序的列表、元组、字典和集合会容纳超过 %1 个元素</translation>
    </message>
    <message>
        <source>the program&apos;s tensors took more than %1 multiplications</source>
        <translation>程序的张量做了超过 %1 次乘法</translation>
    </message>
    <message>
        <source>a tensor of %1 elements: the limit is %2</source>
        <translation>一个张量有 %1 个元素：上限是 %2</translation>
    </message>
    <message>
        <source>a tensor of %1 dimensions: the limit is %2</source>
        <translation>一个张量有 %1 维：上限是 %2</translation>
    </message>
    <message>
        <source>a tensor of shape %1: the limit is %2 elements</source>
        <translation>一个形状为 %1 的张量：上限是 %2 个元素</translation>
    </message>
    <message>
        <source>the tensors that are alive take more than %1 MiB</source>
        <translation>存活的张量占用超过 %1 MiB</translation>
    </message>
    <message>
        <source>the recorded values take more than %1 MiB</source>
        <translation>记录下来的值占用超过 %1 MiB</translation>
    </message>
    <message>
        <source>the graph has more than %1 operations</source>
        <translation>计算图的运算超过 %1 个</translation>
    </message>
    <message>
        <source>the program&apos;s text is longer than %1 bytes</source>
        <translation>程序文本超过 %1 字节</translation>
    </message>
    <message>
        <source>a line of the program is longer than %1 characters</source>
        <translation>程序有一行超过 %1 个字符</translation>
    </message>
    <message>
        <source>an expression of the program is nested deeper than %1 levels</source>
        <translation>程序有一个表达式嵌套超过 %1 层</translation>
    </message>
    <message>
        <source>the module %1</source>
        <translation>模块 %1</translation>
    </message>
    <message>
        <source>the name %1</source>
        <translation>名字 %1</translation>
    </message>
    <message>
        <source>the colour %1</source>
        <translation>颜色 %1</translation>
    </message>
    <message>
        <source>the scale %1</source>
        <translation>坐标刻度 %1</translation>
    </message>
    <message>
        <source>the projection %1</source>
        <translation>投影 %1</translation>
    </message>
    <message>
        <source>complex numbers</source>
        <translation>复数</translation>
    </message>
    <message>
        <source>asynchronous comprehension</source>
        <translation>异步推导式</translation>
    </message>
    <message>
        <source>mathematical notation in a program</source>
        <translation>程序中的数学记号</translation>
    </message>
    <message>
        <source>device &apos;%1&apos;</source>
        <translation>设备 &apos;%1&apos;</translation>
    </message>
    <message>
        <source>named tensors</source>
        <translation>命名张量</translation>
    </message>
    <message>
        <source>tensors of dtype %1</source>
        <translation>dtype 为 %1 的张量</translation>
    </message>
    <message>
        <source>numpy&apos;s dtype %1</source>
        <translation>numpy 的 dtype %1</translation>
    </message>
    <message>
        <source>TensorFlow&apos;s dtype %1</source>
        <translation>TensorFlow 的 dtype %1</translation>
    </message>
    <message>
        <source>classes derived from %1</source>
        <translation>由 %1 派生的类</translation>
    </message>
    <message>
        <source>a class derived from %1</source>
        <translation>由 %1 派生的类</translation>
    </message>
    <message>
        <source>whole numbers beyond 2**53 in a tensor</source>
        <translation>张量中超过 2**53 的整数</translation>
    </message>
    <message>
        <source>whole numbers beyond 2**53 in an array</source>
        <translation>数组中超过 2**53 的整数</translation>
    </message>
    <message>
        <source>int32 arithmetic beyond 2^53</source>
        <translation>超过 2^53 的 int32 运算</translation>
    </message>
    <message>
        <source>int64 beyond 2^53</source>
        <translation>超过 2^53 的 int64</translation>
    </message>
    <message>
        <source>range() beyond 64 bits</source>
        <translation>超过 64 位的 range()</translation>
    </message>
    <message>
        <source>% on a string</source>
        <translation>对字符串用 %</translation>
    </message>
    <message>
        <source>decoding bytes</source>
        <translation>解码 bytes</translation>
    </message>
    <message>
        <source>super() with one argument</source>
        <translation>只有一个参数的 super()</translation>
    </message>
    <message>
        <source>a call with more than %1 keywords</source>
        <translation>关键字超过 %1 个的调用</translation>
    </message>
    <message>
        <source>a call or a display with more than %1 items</source>
        <translation>超过 %1 项的调用或列举</translation>
    </message>
    <message>
        <source>a product that is added into one of its own factors</source>
        <translation>把乘积加进它自己的因子</translation>
    </message>
    <message>
        <source>a tensor with a dimension of negative size</source>
        <translation>有一维大小为负的张量</translation>
    </message>
    <message>
        <source>addbmm_ into a tensor of another shape</source>
        <translation>把 addbmm_ 的结果写进形状不同的张量</translation>
    </message>
    <message>
        <source>changing a part of a tensor in place by another that overlaps it</source>
        <translation>用重叠的另一部分就地修改张量的一部分</translation>
    </message>
    <message>
        <source>changing a view in place whose elements share memory</source>
        <translation>就地修改元素共用内存的视图</translation>
    </message>
    <message>
        <source>what lies in memory behind a loss that was reduced</source>
        <translation>归约后的损失背后的内存内容</translation>
    </message>
    <message>
        <source>diag_embed of a tensor of inference mode that requires grad</source>
        <translation>对推理模式中需要梯度的张量用 diag_embed</translation>
    </message>
    <message>
        <source>the gradient of block_diag after an empty vector, which PyTorch takes from other rows</source>
        <translation>空向量之后的 block_diag 的梯度（PyTorch 取的是别的行）</translation>
    </message>
    <message>
        <source>the gradient of a singular value that is 0: it turns with the sign of its vectors</source>
        <translation>为 0 的奇异值的梯度：它随奇异向量的符号而变</translation>
    </message>
    <message>
        <source>_version of what was computed from tensors of inference mode</source>
        <translation>由推理模式的张量算出的结果的 _version</translation>
    </message>
    <message>
        <source>create_graph through once_differentiable</source>
        <translation>对 once_differentiable 用 create_graph</translation>
    </message>
    <message>
        <source>forward mode of this operation</source>
        <translation>这个运算的前向模式</translation>
    </message>
    <message>
        <source>differentiating the gradient of det at a singular matrix</source>
        <translation>在奇异矩阵处对 det 的梯度再求导</translation>
    </message>
    <message>
        <source>differentiating the gradient of logsigmoid after its operand was changed through .data</source>
        <translation>logsigmoid 的操作数经 .data 改过之后对其梯度再求导</translation>
    </message>
    <message>
        <source>differentiating the gradient of singular values</source>
        <translation>对奇异值的梯度再求导</translation>
    </message>
    <message>
        <source>differentiating the gradient of %1</source>
        <translation>对 %1 的梯度再求导</translation>
    </message>
    <message>
        <source>the gradient of scatter with reduce</source>
        <translation>带 reduce 的 scatter 的梯度</translation>
    </message>
    <message>
        <source>the gradient of %1</source>
        <translation>%1 的梯度</translation>
    </message>
    <message>
        <source>scatter with reduce=&apos;%1&apos;</source>
        <translation>reduce=&apos;%1&apos; 的 scatter</translation>
    </message>
    <message>
        <source>the nuclear norm</source>
        <translation>核范数</translation>
    </message>
    <message>
        <source>index_add of a source with another number of dimensions</source>
        <translation>维数不同的 source 的 index_add</translation>
    </message>
    <message>
        <source>index_select of a number at several places</source>
        <translation>在多个位置对一个数做 index_select</translation>
    </message>
    <message>
        <source>quantiles along several axes</source>
        <translation>沿多个轴的分位数</translation>
    </message>
    <message>
        <source>the text of a tensor as numpy writes it</source>
        <translation>按 numpy 的写法输出张量</translation>
    </message>
    <message>
        <source>a generator of its own</source>
        <translation>单独的随机数生成器</translation>
    </message>
    <message>
        <source>copy.deepcopy of several parts of the same memory</source>
        <translation>对同一块内存的多个部分做 copy.deepcopy</translation>
    </message>
    <message>
        <source>copy.%1 of a %2</source>
        <translation>对 %2 做 copy.%1</translation>
    </message>
    <message>
        <source>gradcheck&apos;s forward, batched and sparse checks</source>
        <translation>gradcheck 的前向、批量和稀疏检查</translation>
    </message>
    <message>
        <source>gradgradcheck&apos;s forward, batched and non-contiguous checks</source>
        <translation>gradgradcheck 的前向、批量和不连续检查</translation>
    </message>
    <message>
        <source>loading a LazyLinear before its first call</source>
        <translation>第一次调用之前加载 LazyLinear</translation>
    </message>
    <message>
        <source>moving a LazyLinear before its first call</source>
        <translation>第一次调用之前移动 LazyLinear</translation>
    </message>
    <message>
        <source>the parameters of a LazyLinear before its first call</source>
        <translation>第一次调用之前 LazyLinear 的参数</translation>
    </message>
    <message>
        <source>the state of a LazyLinear before its first call</source>
        <translation>第一次调用之前 LazyLinear 的状态</translation>
    </message>
    <message>
        <source>%1 of a LazyLinear&apos;s parameter before its first call</source>
        <translation>第一次调用之前 LazyLinear 参数的 %1</translation>
    </message>
    <message>
        <source>%1 as the decorator of a generator</source>
        <translation>把 %1 用作生成器的装饰器</translation>
    </message>
    <message>
        <source>a gradient with respect to %1</source>
        <translation>对 %1 的梯度</translation>
    </message>
    <message>
        <source>RandomSampler with replacement</source>
        <translation>有放回的 RandomSampler</translation>
    </message>
    <message>
        <source>sys.setrecursionlimit above %1</source>
        <translation>大于 %1 的 sys.setrecursionlimit</translation>
    </message>
    <message>
        <source>torch.unique with dim</source>
        <translation>带 dim 的 torch.unique</translation>
    </message>
    <message>
        <source>torch.unique_consecutive with dim</source>
        <translation>带 dim 的 torch.unique_consecutive</translation>
    </message>
    <message>
        <source>torch.nn.Embedding with max_norm, scale_grad_by_freq or sparse</source>
        <translation>带 max_norm、scale_grad_by_freq 或 sparse 的 torch.nn.Embedding</translation>
    </message>
    <message>
        <source>torch.nn.functional.embedding with max_norm</source>
        <translation>带 max_norm 的 torch.nn.functional.embedding</translation>
    </message>
    <message>
        <source>torch.nn.functional.instance_norm with statistics or weights</source>
        <translation>带统计量或权重的 torch.nn.functional.instance_norm</translation>
    </message>
    <message>
        <source>torch.prelu of more than two dimensions with a weight for each channel</source>
        <translation>超过二维且每个通道各有权重的 torch.prelu</translation>
    </message>
    <message>
        <source>hist of several data sets</source>
        <translation>多组数据的 hist</translation>
    </message>
    <message>
        <source>hist with weights, stacked or horizontal</source>
        <translation>带权重、堆叠或水平的 hist</translation>
    </message>
    <message>
        <source>matplotlib&apos;s colour maps</source>
        <translation>matplotlib 的色图</translation>
    </message>
    <message>
        <source>matplotlib&apos;s %1</source>
        <translation>matplotlib 的 %1</translation>
    </message>
    <message>
        <source>numpy arrays of objects</source>
        <translation>对象组成的 numpy 数组</translation>
    </message>
    <message>
        <source>numpy arrays of %1 objects</source>
        <translation>%1 对象组成的 numpy 数组</translation>
    </message>
    <message>
        <source>numpy.%1 of %2 objects</source>
        <translation>对 %2 对象的 numpy.%1</translation>
    </message>
    <message>
        <source>numpy.%1 of bool arrays (%2)</source>
        <translation>bool 数组的 numpy.%1（%2）</translation>
    </message>
    <message>
        <source>numpy indexing with one bool</source>
        <translation>用单个 bool 作 numpy 下标</translation>
    </message>
    <message>
        <source>numpy&apos;s order=&apos;K&apos; of an array whose memory is in neither order</source>
        <translation>对两种顺序都不是的数组用 numpy 的 order=&apos;K&apos;</translation>
    </message>
    <message>
        <source>assigning to the dtype of a numpy array</source>
        <translation>给 numpy 数组的 dtype 赋值</translation>
    </message>
    <message>
        <source>numpy.linalg of stacks of matrices</source>
        <translation>对成叠矩阵的 numpy.linalg</translation>
    </message>
    <message>
        <source>%1 of stacks of matrices</source>
        <translation>对成叠矩阵的 %1</translation>
    </message>
    <message>
        <source>%1 of arrays of more than two dimensions</source>
        <translation>超过二维的数组的 %1</translation>
    </message>
    <message>
        <source>numpy.cov with weights</source>
        <translation>带权重的 numpy.cov</translation>
    </message>
    <message>
        <source>numpy.einsum with &apos;...&apos;</source>
        <translation>带 &apos;...&apos; 的 numpy.einsum</translation>
    </message>
    <message>
        <source>numpy.einsum without subscripts</source>
        <translation>没有下标的 numpy.einsum</translation>
    </message>
    <message>
        <source>numpy.geomspace between arrays</source>
        <translation>数组之间的 numpy.geomspace</translation>
    </message>
    <message>
        <source>numpy.linspace(…, retstep=True) between arrays</source>
        <translation>数组之间的 numpy.linspace(…, retstep=True)</translation>
    </message>
    <message>
        <source>numpy.logspace(…, base=…) with several bases</source>
        <translation>有多个底的 numpy.logspace(…, base=…)</translation>
    </message>
    <message>
        <source>numpy.histogram with weights and given bins</source>
        <translation>给定分组且带权重的 numpy.histogram</translation>
    </message>
    <message>
        <source>numpy.histogram with bins=&apos;%1&apos;</source>
        <translation>bins=&apos;%1&apos; 的 numpy.histogram</translation>
    </message>
    <message>
        <source>numpy.linalg.lstsq of a matrix whose columns depend on each other</source>
        <translation>列线性相关的矩阵的 numpy.linalg.lstsq</translation>
    </message>
    <message>
        <source>numpy.linalg.svd with its vectors</source>
        <translation>带向量的 numpy.linalg.svd</translation>
    </message>
    <message>
        <source>numpy.linalg.qr with mode &apos;%1&apos;</source>
        <translation>mode 为 &apos;%1&apos; 的 numpy.linalg.qr</translation>
    </message>
    <message>
        <source>numpy.pad with mode &apos;%1&apos;</source>
        <translation>mode 为 &apos;%1&apos; 的 numpy.pad</translation>
    </message>
    <message>
        <source>numpy.quantile with method &apos;%1&apos;</source>
        <translation>method 为 &apos;%1&apos; 的 numpy.quantile</translation>
    </message>
    <message>
        <source>numpy.nditer in another order than that of memory</source>
        <translation>按内存以外顺序的 numpy.nditer</translation>
    </message>
    <message>
        <source>numpy.nditer of several arrays</source>
        <translation>多个数组的 numpy.nditer</translation>
    </message>
    <message>
        <source>numpy.poly of a matrix</source>
        <translation>矩阵的 numpy.poly</translation>
    </message>
    <message>
        <source>numpy.polyfit with full or cov</source>
        <translation>带 full 或 cov 的 numpy.polyfit</translation>
    </message>
    <message>
        <source>numpy.r_ with a text</source>
        <translation>带文本的 numpy.r_</translation>
    </message>
    <message>
        <source>numpy.random.Generator.integers of another dtype than int64</source>
        <translation>dtype 不是 int64 的 numpy.random.Generator.integers</translation>
    </message>
    <message>
        <source>numpy.seterr with &apos;%1&apos;</source>
        <translation>参数为 &apos;%1&apos; 的 numpy.seterr</translation>
    </message>
    <message>
        <source>numpy.vectorize with a signature</source>
        <translation>带 signature 的 numpy.vectorize</translation>
    </message>
    <message>
        <source>TensorFlow&apos;s tensors of text</source>
        <translation>TensorFlow 的文本张量</translation>
    </message>
    <message>
        <source>assigning to a part of a tf.Variable</source>
        <translation>给 tf.Variable 的一部分赋值</translation>
    </message>
    <message>
        <source>negative steps in several dimensions of a TensorFlow tensor</source>
        <translation>TensorFlow 张量在多个维上的负步长</translation>
    </message>
    <message>
        <source>tf.linspace of tensors with dimensions</source>
        <translation>有维度的张量的 tf.linspace</translation>
    </message>
    <message>
        <source>tf.linspace of whole numbers</source>
        <translation>整数的 tf.linspace</translation>
    </message>
    <message>
        <source>tf.where of one argument</source>
        <translation>只有一个参数的 tf.where</translation>
    </message>
    <message>
        <source>an array of numbers</source>
        <translation>数的数组</translation>
    </message>
    <message>
        <source>arrays of numbers</source>
        <translation>数的数组</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数</translation>
    </message>
    <message>
        <source>an array of bools</source>
        <translation>bool 数组</translation>
    </message>
    <message>
        <source>a sorted array</source>
        <translation>排好序的数组</translation>
    </message>
    <message>
        <source>a number of bins</source>
        <translation>分组的个数</translation>
    </message>
    <message>
        <source>float64, float32, int64, int32 or bool</source>
        <translation>float64、float32、int64、int32 或 bool</translation>
    </message>
    <message>
        <source>&apos;ignore&apos;, &apos;warn&apos; or &apos;raise&apos;</source>
        <translation>&apos;ignore&apos;、&apos;warn&apos; 或 &apos;raise&apos;</translation>
    </message>
    <message>
        <source>float(), double(), int(), long() or bool()</source>
        <translation>float()、double()、int()、long() 或 bool()</translation>
    </message>
    <message>
        <source>str or repr</source>
        <translation>str 或 repr</translation>
    </message>
    <message>
        <source>tf.Variable or tf.constant</source>
        <translation>tf.Variable 或 tf.constant</translation>
    </message>
    <message>
        <source>tf.transpose and x[::-1]</source>
        <translation>tf.transpose 和 x[::-1]</translation>
    </message>
    <message>
        <source>calling the network once before, or nn.Linear</source>
        <translation>先调用一次网络，或用 nn.Linear</translation>
    </message>
    <message>
        <source>calling the network once before</source>
        <translation>先调用一次网络</translation>
    </message>
    <message>
        <source>a class with an attribute</source>
        <translation>带属性的类</translation>
    </message>
    <message>
        <source>a backward without it</source>
        <translation>不带它的 backward</translation>
    </message>
    <message>
        <source>a new tensor as the result of forward</source>
        <translation>让 forward 返回新的张量</translation>
    </message>
    <message>
        <source>leave it out: attributes need no declaration</source>
        <translation>去掉它：属性不需要声明</translation>
    </message>
    <message>
        <source>the same without the underscore</source>
        <translation>不带下划线的同名方法</translation>
    </message>
    <message>
        <source>the function of torch</source>
        <translation>torch 的同名函数</translation>
    </message>
    <message>
        <source>clone() the other part first</source>
        <translation>先对另一部分 clone()</translation>
    </message>
    <message>
        <source>clone() it first</source>
        <translation>先对它 clone()</translation>
    </message>
    <message>
        <source>v.assign(…) of the whole</source>
        <translation>对整体用 v.assign(…)</translation>
    </message>
    <message>
        <source>give the source as many dimensions as the tensor has</source>
        <translation>让 source 与张量的维数相同</translation>
    </message>
    <message>
        <source>plain dimensions</source>
        <translation>普通的维度</translation>
    </message>
    <message>
        <source>one base</source>
        <translation>一个底</translation>
    </message>
    <message>
        <source>one hist call each</source>
        <translation>每组各调用一次 hist</translation>
    </message>
    <message>
        <source>subscripts for every dimension</source>
        <translation>写出每一维的下标</translation>
    </message>
    <message>
        <source>numpy.geomspace between two numbers</source>
        <translation>两个数之间的 numpy.geomspace</translation>
    </message>
    <message>
        <source>the value that it returns</source>
        <translation>它的返回值</translation>
    </message>
    <message>
        <source>the value that %1 returns</source>
        <translation>%1 的返回值</translation>
    </message>
    <message>
        <source>the result: %1</source>
        <translation>它的结果：%1</translation>
    </message>
    <message>
        <source>the transposed equation</source>
        <translation>转置后的方程</translation>
    </message>
    <message>
        <source>an ordinary subplot</source>
        <translation>普通的子图</translation>
    </message>
    <message>
        <source>a colour name of CSS or #rrggbb</source>
        <translation>CSS 的颜色名或 #rrggbb</translation>
    </message>
    <message>
        <source>a colour name</source>
        <translation>颜色名</translation>
    </message>
    <message>
        <source>%1 without it</source>
        <translation>不带它的 %1</translation>
    </message>
    <message>
        <source>with torch.%1() in it</source>
        <translation>在其中写 with torch.%1()</translation>
    </message>
</context>
<context>
    <name>Examples</name>
    <message>
        <source>A product, a logarithm and a pole</source>
        <translation>乘积、对数与极点</translation>
    </message>
    <message>
        <source>One input on two paths</source>
        <translation>一个输入，两条路径</translation>
    </message>
    <message>
        <source>A neuron and its error</source>
        <translation>一个神经元及其误差</translation>
    </message>
    <message>
        <source>A bell curve</source>
        <translation>钟形曲线</translation>
    </message>
    <message>
        <source>A curved valley of two inputs</source>
        <translation>两个输入的弯曲山谷</translation>
    </message>
    <message>
        <source>A kink, and a choice of formula</source>
        <translation>尖点与分段公式</translation>
    </message>
    <message>
        <source>A first gradient</source>
        <translation>第一个梯度</translation>
    </message>
    <message>
        <source>The gradient of a vector</source>
        <translation>向量的梯度</translation>
    </message>
    <message>
        <source>Gradients add up</source>
        <translation>梯度会累加</translation>
    </message>
    <message>
        <source>A vector as output: gradient=</source>
        <translation>输出是向量：gradient=</translation>
    </message>
    <message>
        <source>Cutting with detach()</source>
        <translation>用 detach() 截断</translation>
    </message>
    <message>
        <source>Through a branch</source>
        <translation>穿过分支</translation>
    </message>
    <message>
        <source>Through a loop</source>
        <translation>穿过循环</translation>
    </message>
    <message>
        <source>Through Newton&apos;s method</source>
        <translation>穿过牛顿法</translation>
    </message>
    <message>
        <source>Two sweeps: retain_graph=True</source>
        <translation>反向传播两趟：retain_graph=True</translation>
    </message>
    <message>
        <source>The gradient of a gradient</source>
        <translation>梯度的梯度</translation>
    </message>
    <message>
        <source>Fitting a line</source>
        <translation>拟合直线</translation>
    </message>
    <message>
        <source>Softmax and cross entropy</source>
        <translation>Softmax 与交叉熵</translation>
    </message>
    <message>
        <source>A tiny network</source>
        <translation>一个很小的网络</translation>
    </message>
    <message>
        <source>Plotting a derivative</source>
        <translation>画出导数</translation>
    </message>
    <message>
        <source>Error: backward() of a vector</source>
        <translation>错误：对向量调用 backward()</translation>
    </message>
    <message>
        <source>Error: a second sweep</source>
        <translation>错误：第二趟反向传播</translation>
    </message>
    <message>
        <source>Error: changed in place</source>
        <translation>错误：被原地修改</translation>
    </message>
</context>
<context>
    <name>ExerciseFaults</name>
    <message>
        <source>This is no text in UTF-8.</source>
        <translation>这不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>The file is larger than %1 KiB.</source>
        <translation>文件大于 %1 KiB。</translation>
    </message>
    <message>
        <source>An exercise begins with a line +++.</source>
        <translation>练习要以一行 +++ 开头。</translation>
    </message>
    <message>
        <source>The front matter is never closed by a second line +++.</source>
        <translation>文件头没有用第二行 +++ 结束。</translation>
    </message>
    <message>
        <source>This block is never closed.</source>
        <translation>这个代码块没有结束。</translation>
    </message>
    <message>
        <source>The part in %1 is never closed by a line :::.</source>
        <translation>%1 的部分没有用一行 ::: 结束。</translation>
    </message>
    <message>
        <source>A part in one language cannot begin or end here.</source>
        <translation>某种语言的部分不能在这里开始或结束。</translation>
    </message>
    <message>
        <source>This is not TOML: %1.</source>
        <translation>这不是 TOML：%1。</translation>
    </message>
    <message>
        <source>There is no block “%1”.</source>
        <translation>没有名为“%1”的代码块。</translation>
    </message>
    <message>
        <source>%1: there are more than %2.</source>
        <translation>%1：数量超过 %2。</translation>
    </message>
    <message>
        <source>The format has version 1; this file asks for %1.</source>
        <translation>格式版本是 1，而此文件要求 %1。</translation>
    </message>
    <message>
        <source>There is no key “%1” here.</source>
        <translation>这里没有键“%1”。</translation>
    </message>
    <message>
        <source>A task of type “%2” has no key “%1”.</source>
        <translation>类型为“%2”的任务没有键“%1”。</translation>
    </message>
    <message>
        <source>The key “%1” is missing.</source>
        <translation>缺少键“%1”。</translation>
    </message>
    <message>
        <source>“%1” must be %2.</source>
        <translation>“%1”必须是%2。</translation>
    </message>
    <message>
        <source>“%1” cannot be “%2”.</source>
        <translation>“%1”不能是“%2”。</translation>
    </message>
    <message>
        <source>“%1” is longer than %2 bytes.</source>
        <translation>“%1”超过 %2 字节。</translation>
    </message>
    <message>
        <source>“%1” is longer than %2 characters; the rest is cut off.</source>
        <translation>“%1”超过 %2 个字符，多出的部分被截去。</translation>
    </message>
    <message>
        <source>“%1” has control characters; they are shown as spaces.</source>
        <translation>“%1”含有控制字符，它们显示为空格。</translation>
    </message>
    <message>
        <source>“%1” must be between %2 and %3.</source>
        <translation>“%1”必须在 %2 与 %3 之间。</translation>
    </message>
    <message>
        <source>“%2” stands here a second time (%1).</source>
        <translation>“%2”在这里第二次出现（%1）。</translation>
    </message>
    <message>
        <source>“%1” cannot be a name here.</source>
        <translation>“%1”不能在这里用作名称。</translation>
    </message>
    <message>
        <source>“%1” has not as many entries in each language.</source>
        <translation>“%1”在各语言中的条目数不同。</translation>
    </message>
    <message>
        <source>“%1” is not said in %2.</source>
        <translation>“%1”没有 %2 的版本。</translation>
    </message>
    <message>
        <source>Write +++, then backstep = 1, id = &quot;…&quot; and title = &quot;…&quot;, then +++ again.</source>
        <translation>先写 +++，再写 backstep = 1、id = &quot;…&quot; 和 title = &quot;…&quot;，然后再写 +++。</translation>
    </message>
    <message>
        <source>Close it by a line of ``` with as many marks as it was opened by.</source>
        <translation>用一行 ``` 结束它，记号的个数与开头相同。</translation>
    </message>
    <message>
        <source>Put a block “show” before it.</source>
        <translation>在它前面放一个 show 块。</translation>
    </message>
    <message>
        <source>Letters, digits, - and _; a value is not called like a function or a constant.</source>
        <translation>可用字母、数字、- 和 _；值的名称不能与函数或常数相同。</translation>
    </message>
    <message>
        <source>Nothing of the output depends on it.</source>
        <translation>输出与它完全无关。</translation>
    </message>
    <message>
        <source>A tolerance is relative: 0.01 is one per cent.</source>
        <translation>容差是相对的：0.01 表示百分之一。</translation>
    </message>
    <message>
        <source>The program that is shown must lack what the task asks for.</source>
        <translation>展示的程序必须缺少任务所要求的内容。</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>你是不是想写 %1？</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>一段文本</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>一个数</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>一个整数</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>一个列表</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>一张表</translation>
    </message>
    <message>
        <source>two numbers, the smaller first</source>
        <translation>两个数，小的在前</translation>
    </message>
    <message>
        <source>an expression: a number or a text</source>
        <translation>一个表达式：数或文本</translation>
    </message>
    <message>
        <source>“%1” cannot be computed.</source>
        <translation>无法计算“%1”。</translation>
    </message>
    <message>
        <source>There is no value “%1”.</source>
        <translation>没有名为“%1”的值。</translation>
    </message>
    <message>
        <source>“%1” needs something that is shown.</source>
        <translation>“%1”需要先有展示的内容。</translation>
    </message>
    <message>
        <source>What is to be shown fails: %1.</source>
        <translation>要展示的内容无法运行：%1。</translation>
    </message>
    <message>
        <source>“%1” is no quantity of what is shown.</source>
        <translation>“%1”不是所展示内容中的量。</translation>
    </message>
    <message>
        <source>There is no node “%1”.</source>
        <translation>没有名为“%1”的节点。</translation>
    </message>
    <message>
        <source>%1 is no operand of %2.</source>
        <translation>%1 不是 %2 的操作数。</translation>
    </message>
    <message>
        <source>“%1” gets no derivative.</source>
        <translation>“%1”得不到导数。</translation>
    </message>
    <message>
        <source>There is no such step.</source>
        <translation>没有这一步。</translation>
    </message>
    <message>
        <source>No option is right.</source>
        <translation>没有正确的选项。</translation>
    </message>
    <message>
        <source>Several options are right; that is a task of type “choices”.</source>
        <translation>有多个正确的选项；这应当是类型为“choices”的任务。</translation>
    </message>
    <message>
        <source>The model answer is not accepted.</source>
        <translation>参考答案没有被接受。</translation>
    </message>
    <message>
        <source>The model answer is not accepted (%1).</source>
        <translation>参考答案没有被接受（%1）。</translation>
    </message>
    <message>
        <source>What is shown is accepted before it was changed.</source>
        <translation>展示的内容还没有修改就已被接受。</translation>
    </message>
    <message>
        <source>The wrong answer “%1” is right.</source>
        <translation>错误答案“%1”是对的。</translation>
    </message>
    <message>
        <source>The wrong answer “%1” gets another reply than this one.</source>
        <translation>错误答案“%1”得到的是另一条回复。</translation>
    </message>
    <message>
        <source>With a tolerance of %1 nearly every answer is right.</source>
        <translation>容差为 %1 时，几乎任何答案都算对。</translation>
    </message>
    <message>
        <source>“%1” has no value at too many of the points where it is tried.</source>
        <translation>在试算的点中，“%1”在太多的点上没有值。</translation>
    </message>
    <message>
        <source>No value is left for “%1”.</source>
        <translation>“%1”没有可取的值。</translation>
    </message>
    <message>
        <source>There is no task “%1”.</source>
        <translation>没有名为“%1”的任务。</translation>
    </message>
</context>
<context>
    <name>ExerciseFiles</name>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 is no file.</source>
        <translation>%1 不是文件。</translation>
    </message>
    <message>
        <source>%1 is larger than %2 KiB.</source>
        <translation>%1 大于 %2 KiB。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
</context>
<context>
    <name>ExerciseQuestions</name>
    <message>
        <source>Which number is it?</source>
        <translation>是哪个数？</translation>
    </message>
    <message>
        <source>Write it as an expression.</source>
        <translation>写成表达式。</translation>
    </message>
    <message>
        <source>Which one is right?</source>
        <translation>哪一项正确？</translation>
    </message>
    <message>
        <source>Which are right?</source>
        <translation>哪些正确？</translation>
    </message>
    <message>
        <source>What is the adjoint of %1?</source>
        <translation>%1 的伴随值是多少？</translation>
    </message>
    <message>
        <source>What is the tangent of %1?</source>
        <translation>%1 的切向量是多少？</translation>
    </message>
    <message>
        <source>What is the local derivative of %1 by %2?</source>
        <translation>%1 对 %2 的局部导数是多少？</translation>
    </message>
    <message>
        <source>Predict the whole sweep, node by node.</source>
        <translation>逐个节点预测整趟传播。</translation>
    </message>
    <message>
        <source>Change the program.</source>
        <translation>修改程序。</translation>
    </message>
    <message>
        <source>At which step does it happen?</source>
        <translation>发生在第几步？</translation>
    </message>
    <message>
        <source>Fill in the table.</source>
        <translation>填表。</translation>
    </message>
    <message>
        <source>Write it in your own words.</source>
        <translation>用自己的话写出来。</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>还不对</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>正确。</translation>
    </message>
    <message>
        <source>Compare your answer with the model answer.</source>
        <translation>请把你的答案与参考答案对照。</translation>
    </message>
</context>
<context>
    <name>ExerciseReplies</name>
    <message>
        <source>Nothing is written there yet.</source>
        <translation>还没有写任何内容。</translation>
    </message>
    <message>
        <source>That is longer than %1 bytes.</source>
        <translation>超过了 %1 字节。</translation>
    </message>
    <message>
        <source>This cannot be read as a number.</source>
        <translation>无法读成一个数。</translation>
    </message>
    <message>
        <source>This cannot be read as an expression.</source>
        <translation>无法读成一个表达式。</translation>
    </message>
    <message>
        <source>What is “%1” here?</source>
        <translation>这里的“%1”是什么？</translation>
    </message>
    <message>
        <source>“%1” is not asked for.</source>
        <translation>没有要求“%1”。</translation>
    </message>
    <message>
        <source>Close: give more digits, at least three.</source>
        <translation>很接近了：请多写几位数字，至少三位。</translation>
    </message>
    <message>
        <source>The size is right. Look at the sign.</source>
        <translation>大小是对的，再看看符号。</translation>
    </message>
    <message>
        <source>A term of the sum is missing: every edge that leaves the node brings a contribution.</source>
        <translation>和式少了一项：从该节点出发的每条边都带来一份贡献。</translation>
    </message>
    <message>
        <source>One contribution was counted twice.</source>
        <translation>有一份贡献算了两次。</translation>
    </message>
    <message>
        <source>That is the local derivative. Multiply it by the adjoint that comes from above.</source>
        <translation>这是局部导数，还要乘以上游传来的伴随值。</translation>
    </message>
    <message>
        <source>That is the adjoint from above. Multiply it by the local derivative of the edge.</source>
        <translation>这是上游传来的伴随值，还要乘以边上的局部导数。</translation>
    </message>
    <message>
        <source>That is the value of the node; its derivative is asked for.</source>
        <translation>这是节点的值，而题目要的是导数。</translation>
    </message>
    <message>
        <source>Choose one of the options by its letter.</source>
        <translation>请用字母选择一个选项。</translation>
    </message>
    <message>
        <source>Exactly one option is right here.</source>
        <translation>这里恰好有一个选项正确。</translation>
    </message>
    <message>
        <source>All that you chose is right, but something is missing.</source>
        <translation>所选的都对，但还少了一些。</translation>
    </message>
    <message>
        <source>One of those you chose is not right.</source>
        <translation>所选的选项中有一个不对。</translation>
    </message>
    <message>
        <source>Some places are still empty.</source>
        <translation>还有空格没有填。</translation>
    </message>
    <message>
        <source>A step is a whole number from 1 to %1.</source>
        <translation>步是 1 到 %1 之间的整数。</translation>
    </message>
    <message>
        <source>It happens later.</source>
        <translation>发生得更晚。</translation>
    </message>
    <message>
        <source>It happens earlier.</source>
        <translation>发生得更早。</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>你是不是想写 %1？</translation>
    </message>
    <message>
        <source>The program ends with %1: %2 (line %3).</source>
        <translation>程序以 %1 结束：%2（第 %3 行）。</translation>
    </message>
    <message>
        <source>The program could not be run to its end (%1: %2).</source>
        <translation>程序没能运行到底（%1：%2）。</translation>
    </message>
    <message>
        <source>The program runs to its end without an error.</source>
        <translation>程序没有出错，运行到了最后。</translation>
    </message>
    <message>
        <source>The program ends with %1, not with %2.</source>
        <translation>程序以 %1 结束，而不是 %2。</translation>
    </message>
    <message>
        <source>The program prints nothing.</source>
        <translation>程序没有打印任何内容。</translation>
    </message>
    <message>
        <source>The program prints: %1</source>
        <translation>程序打印了：%1</translation>
    </message>
    <message>
        <source>The output lacks “%1”.</source>
        <translation>输出中缺少“%1”。</translation>
    </message>
    <message>
        <source>At the end there is no variable “%1” with numbers.</source>
        <translation>结束时没有名为“%1”的数值变量。</translation>
    </message>
    <message>
        <source>%1.grad is None.</source>
        <translation>%1.grad 是 None。</translation>
    </message>
    <message>
        <source>%1 holds %2, which is not what is asked for.</source>
        <translation>%1 是 %2，不符合题目要求。</translation>
    </message>
    <message>
        <source>%1.grad holds %2, which is not what is asked for.</source>
        <translation>%1.grad 是 %2，不符合题目要求。</translation>
    </message>
    <message>
        <source>The line “%1” does not run.</source>
        <translation>“%1”这一行没有运行。</translation>
    </message>
    <message>
        <source>The line “%1” runs.</source>
        <translation>“%1”这一行运行了。</translation>
    </message>
    <message>
        <source>The program lacks “%1”.</source>
        <translation>程序中缺少“%1”。</translation>
    </message>
    <message>
        <source>The program still has “%1”.</source>
        <translation>程序中仍有“%1”。</translation>
    </message>
    <message>
        <source>The program draws no curve.</source>
        <translation>程序没有画出曲线。</translation>
    </message>
    <message>
        <source>None of the curves that the program draws is the one that is asked for.</source>
        <translation>程序画出的曲线中，没有题目要求的那一条。</translation>
    </message>
    <message>
        <source>That is not the answer. Try again, or ask for a hint.</source>
        <translation>答案不对。再试一次，或看一条提示。</translation>
    </message>
</context>
<context>
    <name>ExerciseReport</name>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>%1 of %2 tasks done. Student&apos;s number: %3.</source>
        <translation>完成了 %1 个任务，共 %2 个。学号：%3。</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>题目</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>作答</translation>
    </message>
    <message>
        <source>result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>tries</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>hints</source>
        <translation>提示</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>There are %1 steps; at most %2 can be exported together.</source>
        <translation>共有 %1 步，最多只能同时导出 %2 步。</translation>
    </message>
    <message>
        <source>The picture would be too large: at most %1 pixels a side.</source>
        <translation>图片太大：每边最多 %1 像素。</translation>
    </message>
    <message>
        <source>The picture could not be made.</source>
        <translation>无法生成图片。</translation>
    </message>
    <message>
        <source>The animation would be too large: %1 frames of this size.</source>
        <translation>动画太大：这种尺寸的画面共有 %1 帧。</translation>
    </message>
    <message>
        <source>The derivation is written as .tex only.</source>
        <translation>推导过程只能写成 .tex。</translation>
    </message>
    <message>
        <source>A .%1 file holds the graph alone.</source>
        <translation>.%1 文件只能包含计算图。</translation>
    </message>
    <message>
        <source>A plot has no steps.</source>
        <translation>曲线图没有步骤。</translation>
    </message>
    <message>
        <source>A worksheet has no steps.</source>
        <translation>练习单没有步骤。</translation>
    </message>
    <message>
        <source>There are no steps to animate.</source>
        <translation>没有可以制成动画的步骤。</translation>
    </message>
    <message>
        <source>A .%1 file holds one step.</source>
        <translation>一个 .%1 文件只能包含一步。</translation>
    </message>
    <message>
        <source>Either one step or all of them.</source>
        <translation>只能选一步或全部步骤。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>en</source>
        <comment>language code</comment>
        <extracomment>The code of this language, as in the lang attribute of a web page.</extracomment>
        <translation>zh-CN</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>第一步</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>最后一步</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>计算图</translation>
    </message>
    <message>
        <source>Colours: light, dark, or as the system has them</source>
        <translation>配色：浅色、深色或跟随系统</translation>
    </message>
    <message>
        <source>Arrow keys step, Home and End go to the ends, Space plays. A click on a node goes to its next step.</source>
        <translation>方向键逐步前进或后退，Home 和 End 跳到两端，空格键播放。点击节点，跳到它的下一步。</translation>
    </message>
    <message>
        <source>Nothing has been computed yet.</source>
        <translation>尚未进行任何计算。</translation>
    </message>
    <message>
        <source>Worksheet</source>
        <translation>练习单</translation>
    </message>
    <message>
        <source>Answer key</source>
        <translation>参考答案</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Fill in the empty boxes: %1.</source>
        <translation>填写空格：%1。</translation>
    </message>
    <message>
        <source>values (left)</source>
        <translation>值（左）</translation>
    </message>
    <message>
        <source>adjoints (right)</source>
        <translation>伴随值（右）</translation>
    </message>
    <message>
        <source>tangents (right)</source>
        <translation>切向量（右）</translation>
    </message>
    <message>
        <source>local derivatives</source>
        <translation>局部导数</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Local derivatives</source>
        <translation>局部导数</translation>
    </message>
</context>
<context>
    <name>FunctionHelp</name>
    <message>
        <source>Exponential, e to the power x</source>
        <translation>指数函数，e 的 x 次幂</translation>
    </message>
    <message>
        <source>Natural logarithm, for x &gt; 0</source>
        <translation>自然对数，x &gt; 0</translation>
    </message>
    <message>
        <source>Logarithm to base 2, for x &gt; 0</source>
        <translation>以 2 为底的对数，x &gt; 0</translation>
    </message>
    <message>
        <source>Logarithm to base 10, for x &gt; 0</source>
        <translation>以 10 为底的对数，x &gt; 0</translation>
    </message>
    <message>
        <source>log(1 + x), exact for small x</source>
        <translation>log(1 + x)，x 很小时仍然精确</translation>
    </message>
    <message>
        <source>exp(x) − 1, exact for small x</source>
        <translation>exp(x) − 1，x 很小时仍然精确</translation>
    </message>
    <message>
        <source>Square root, for x ≥ 0</source>
        <translation>平方根，x ≥ 0</translation>
    </message>
    <message>
        <source>Cube root, of any real number</source>
        <translation>任意实数的立方根</translation>
    </message>
    <message>
        <source>Absolute value, |x|</source>
        <translation>绝对值 |x|</translation>
    </message>
    <message>
        <source>−1, 0 or 1</source>
        <translation>−1、0 或 1</translation>
    </message>
    <message>
        <source>Largest whole number not above x</source>
        <translation>不大于 x 的最大整数</translation>
    </message>
    <message>
        <source>Smallest whole number not below x</source>
        <translation>不小于 x 的最小整数</translation>
    </message>
    <message>
        <source>Nearest whole number, halves to even</source>
        <translation>最接近的整数，恰在中间时取偶数</translation>
    </message>
    <message>
        <source>Whole part of x</source>
        <translation>x 的整数部分</translation>
    </message>
    <message>
        <source>Fractional part of x</source>
        <translation>x 的小数部分</translation>
    </message>
    <message>
        <source>Sine of an angle in radians</source>
        <translation>正弦，角以弧度计</translation>
    </message>
    <message>
        <source>Cosine of an angle in radians</source>
        <translation>余弦，角以弧度计</translation>
    </message>
    <message>
        <source>Tangent of an angle in radians</source>
        <translation>正切，角以弧度计</translation>
    </message>
    <message>
        <source>Secant, 1 / cos x</source>
        <translation>正割，1 / cos x</translation>
    </message>
    <message>
        <source>Cosecant, 1 / sin x</source>
        <translation>余割，1 / sin x</translation>
    </message>
    <message>
        <source>Cotangent, 1 / tan x</source>
        <translation>余切，1 / tan x</translation>
    </message>
    <message>
        <source>Inverse sine, for −1 ≤ x ≤ 1</source>
        <translation>反正弦，−1 ≤ x ≤ 1</translation>
    </message>
    <message>
        <source>Inverse cosine, for −1 ≤ x ≤ 1</source>
        <translation>反余弦，−1 ≤ x ≤ 1</translation>
    </message>
    <message>
        <source>Inverse tangent</source>
        <translation>反正切</translation>
    </message>
    <message>
        <source>Angle of the point (y, x)</source>
        <translation>点 (y, x) 的辐角</translation>
    </message>
    <message>
        <source>Hyperbolic sine</source>
        <translation>双曲正弦</translation>
    </message>
    <message>
        <source>Hyperbolic cosine</source>
        <translation>双曲余弦</translation>
    </message>
    <message>
        <source>Hyperbolic tangent</source>
        <translation>双曲正切</translation>
    </message>
    <message>
        <source>Inverse hyperbolic sine</source>
        <translation>反双曲正弦</translation>
    </message>
    <message>
        <source>Inverse hyperbolic cosine, for x ≥ 1</source>
        <translation>反双曲余弦，x ≥ 1</translation>
    </message>
    <message>
        <source>Inverse hyperbolic tangent, for −1 &lt; x &lt; 1</source>
        <translation>反双曲正切，−1 &lt; x &lt; 1</translation>
    </message>
    <message>
        <source>1 / (1 + exp(−x))</source>
        <translation>1 / (1 + exp(−x))</translation>
    </message>
    <message>
        <source>log(1 + exp(x)), a smooth relu</source>
        <translation>log(1 + exp(x))，光滑的 relu</translation>
    </message>
    <message>
        <source>x where x &gt; 0, otherwise 0</source>
        <translation>x &gt; 0 时为 x，否则为 0</translation>
    </message>
    <message>
        <source>x where x &gt; 0, otherwise a small multiple of x</source>
        <translation>x &gt; 0 时为 x，否则为 x 的一个小倍数</translation>
    </message>
    <message>
        <source>x where x &gt; 0, otherwise exp(x) − 1</source>
        <translation>x &gt; 0 时为 x，否则为 exp(x) − 1</translation>
    </message>
    <message>
        <source>x times the normal distribution function of x</source>
        <translation>x 乘以 x 处的正态分布函数</translation>
    </message>
    <message>
        <source>x · sigmoid(x)</source>
        <translation>x · sigmoid(x)</translation>
    </message>
    <message>
        <source>Error function</source>
        <translation>误差函数</translation>
    </message>
    <message>
        <source>1 − erf(x)</source>
        <translation>1 − erf(x)</translation>
    </message>
    <message>
        <source>Logarithm of the gamma function</source>
        <translation>伽马函数的对数</translation>
    </message>
    <message>
        <source>Derivative of lgamma</source>
        <translation>lgamma 的导数</translation>
    </message>
    <message>
        <source>n-th derivative of digamma</source>
        <translation>digamma 的 n 阶导数</translation>
    </message>
    <message>
        <source>The smaller of two numbers</source>
        <translation>两数中较小的一个</translation>
    </message>
    <message>
        <source>The larger of two numbers</source>
        <translation>两数中较大的一个</translation>
    </message>
    <message>
        <source>x, held between two bounds</source>
        <translation>把 x 限制在上下界之间</translation>
    </message>
    <message>
        <source>Square root of x² + y²</source>
        <translation>x² + y² 的平方根</translation>
    </message>
    <message>
        <source>x to the power y</source>
        <translation>x 的 y 次幂</translation>
    </message>
    <message>
        <source>Remainder with the sign of the divisor</source>
        <translation>余数，符号与除数相同</translation>
    </message>
    <message>
        <source>Remainder with the sign of the dividend</source>
        <translation>余数，符号与被除数相同</translation>
    </message>
    <message>
        <source>x times x</source>
        <translation>x 乘以 x</translation>
    </message>
    <message>
        <source>The second where the first holds, otherwise the third</source>
        <translation>第一项成立时取第二项，否则取第三项</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>1</source>
        <translation>1</translation>
    </message>
    <message>
        <source>Logarithm of x to base y</source>
        <translation>以 y 为底 x 的对数</translation>
    </message>
</context>
<context>
    <name>GradLedger</name>
    <message numerus="yes">
        <source>%n earlier line(s)</source>
        <translation>
            <numerusform>前面还有 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1.grad so far</source>
        <translation>%1.grad 的累积</translation>
    </message>
    <message>
        <source>set to None</source>
        <translation>设为 None</translation>
    </message>
    <message>
        <source>zeroed: 0</source>
        <translation>清零：0</translation>
    </message>
    <message>
        <source>backward %1: + %2</source>
        <translation>第 %1 次反向：+ %2</translation>
    </message>
</context>
<context>
    <name>Handbook</name>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Local derivative</source>
        <translation>局部导数</translation>
    </message>
    <message>
        <source>Also written</source>
        <translation>其他写法</translation>
    </message>
    <message>
        <source>What</source>
        <translation>做什么</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>HappeningWords</name>
    <message>
        <source>Line %1 runs: %2</source>
        <translation>运行第 %1 行：%2</translation>
    </message>
    <message>
        <source>%1 gets the name %2.</source>
        <translation>%1 得到名称 %2。</translation>
    </message>
    <message>
        <source>%1 gets its value.</source>
        <translation>%1 得到了它的值。</translation>
    </message>
    <message>
        <source>Turn %1 of the loop begins: %2</source>
        <translation>循环的第 %1 轮开始：%2</translation>
    </message>
    <message>
        <source>%1 is called: %2</source>
        <translation>调用 %1：%2</translation>
    </message>
    <message>
        <source>%1 returns.</source>
        <translation>%1 返回。</translation>
    </message>
    <message>
        <source>The program prints: %1</source>
        <translation>程序打印：%1</translation>
    </message>
    <message>
        <source>%1.grad is set to None.</source>
        <translation>%1.grad 被设为 None。</translation>
    </message>
    <message>
        <source>%1.grad is set to 0: the next backward() starts from nothing.</source>
        <translation>%1.grad 被设为 0：下一次 backward() 从零开始累加。</translation>
    </message>
    <message>
        <source>What %1 had saved for the backward pass is freed: backward() cannot go through it again.</source>
        <translation>%1 为反向传播保存的内容被释放：backward() 不能再次经过它。</translation>
    </message>
    <message>
        <source>detach() gives the value of %1 without its history: no gradient flows back through it.</source>
        <translation>detach() 给出 %1 的值而不带历史：梯度不会经由它传回。</translation>
    </message>
    <message>
        <source>The program fails here: %1</source>
        <translation>程序在这里出错：%1</translation>
    </message>
    <message>
        <source>the tensor</source>
        <translation>该张量</translation>
    </message>
    <message>
        <source>%1 is changed in place by “%3”: it is version %2 now.</source>
        <translation>%1 被“%3”原地修改，现在是第 %2 版。</translation>
    </message>
    <message>
        <source>No operation had kept version %1 for the backward pass.</source>
        <translation>没有运算为反向传播保留第 %1 版。</translation>
    </message>
    <message>
        <source>Version %1 had been kept by %2: backward() can no longer go through there.</source>
        <translation>第 %1 版曾由 %2 保留：backward() 不能再从那里经过。</translation>
    </message>
    <message>
        <source>The sweep came to %1, whose rule needs what it had saved; that has been freed.</source>
        <translation>反向传播到达 %1，它的求导规则需要当初保存的值，但这些值已被释放。</translation>
    </message>
    <message>
        <source>The sweep came to %1, whose rule needs what it had saved; that has been changed in place since.</source>
        <translation>反向传播到达 %1，它的求导规则需要当初保存的值，但该值后来被原地修改了。</translation>
    </message>
</context>
<context>
    <name>OutputText</name>
    <message numerus="yes">
        <source>… (%n more characters)</source>
        <translation>
            <numerusform>…（还有 %n 个字符）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PathWords</name>
    <message numerus="yes">
        <source>line %1: while %n time(s)</source>
        <translation>
            <numerusform>第 %1 行：while 循环 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>line %1: for %n time(s)</source>
        <translation>
            <numerusform>第 %1 行：for 循环 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>line %1: elif not reached</source>
        <translation>第 %1 行：没有到达 elif</translation>
    </message>
    <message>
        <source>line %1: elif taken</source>
        <translation>第 %1 行：进入 elif</translation>
    </message>
    <message>
        <source>line %1: elif not taken</source>
        <translation>第 %1 行：不进入 elif</translation>
    </message>
    <message>
        <source>line %1: elif taken %2 of %3 times</source>
        <translation>第 %1 行：进入 elif，%3 次中有 %2 次</translation>
    </message>
    <message>
        <source>line %1: condition not reached</source>
        <translation>第 %1 行：没有到达条件</translation>
    </message>
    <message>
        <source>line %1: condition true</source>
        <translation>第 %1 行：条件为真</translation>
    </message>
    <message>
        <source>line %1: condition false</source>
        <translation>第 %1 行：条件为假</translation>
    </message>
    <message>
        <source>line %1: condition true %2 of %3 times</source>
        <translation>第 %1 行：条件为真，%3 次中有 %2 次</translation>
    </message>
    <message>
        <source>line %1: if not reached</source>
        <translation>第 %1 行：没有到达 if</translation>
    </message>
    <message>
        <source>line %1: if taken</source>
        <translation>第 %1 行：进入 if</translation>
    </message>
    <message>
        <source>line %1: if not taken</source>
        <translation>第 %1 行：不进入 if</translation>
    </message>
    <message>
        <source>line %1: if taken %2 of %3 times</source>
        <translation>第 %1 行：进入 if，%3 次中有 %2 次</translation>
    </message>
    <message>
        <source>line %1: too long to follow</source>
        <translation>第 %1 行：太长，无法继续跟踪</translation>
    </message>
    <message>
        <source>line %1: ends with %2</source>
        <translation>第 %1 行：以 %2 结束</translation>
    </message>
    <message>
        <source>the same way everywhere</source>
        <translation>处处都走同一条路径</translation>
    </message>
    <message>
        <source>other lines</source>
        <translation>其他行</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between what tells one path from another</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>The program never calls backward(): there is no output to plot.</source>
        <translation>程序从不调用 backward()：没有可以作图的输出。</translation>
    </message>
    <message>
        <source>The program does not call backward() so often.</source>
        <translation>程序没有调用这么多次 backward()。</translation>
    </message>
    <message>
        <source>The program has no leaf that can be changed: a tensor that it makes with requires_grad=True.</source>
        <translation>程序没有可以改变的叶张量：用 requires_grad=True 创建的张量。</translation>
    </message>
    <message>
        <source>backward() begins at a tensor of several elements: a curve needs one number.</source>
        <translation>backward() 从含有多个元素的张量出发，而曲线需要一个数。</translation>
    </message>
    <message>
        <source>No gradient comes to this leaf: the output does not depend on it.</source>
        <translation>没有梯度到达这个叶张量：输出不依赖于它。</translation>
    </message>
    <message>
        <source>The program changes this leaf before it calls backward(): the gradient belongs to another value. An earlier call may be plotted.</source>
        <translation>程序在调用 backward() 之前改变了这个叶张量：梯度属于另一个值。可以对更早的一次调用作图。</translation>
    </message>
    <message>
        <source>The leaf has no such element.</source>
        <translation>这个叶张量没有这样的元素。</translation>
    </message>
    <message>
        <source>The program ends with an error before it calls backward().</source>
        <translation>程序在调用 backward() 之前就出错终止了。</translation>
    </message>
    <message>
        <source>The program takes too long to be run again for a curve. The command line does it: backstep plot.</source>
        <translation>为画曲线而再次运行这个程序需要太长时间。命令行可以做到：backstep plot。</translation>
    </message>
    <message>
        <source>Of a program there are the first and the second derivative, and no higher one.</source>
        <translation>程序只有一阶导数和二阶导数，没有更高阶的导数。</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>Type a function of x, such as x^2 or f(x) = sin(x).</source>
        <translation>请输入 x 的函数，例如 x^2 或 f(x) = sin(x)。</translation>
    </message>
    <message>
        <source>A function may have %1 characters at most.</source>
        <translation>函数最多可以有 %1 个字符。</translation>
    </message>
    <message>
        <source>The formula is nested more than %1 deep.</source>
        <translation>公式的嵌套超过了 %1 层。</translation>
    </message>
    <message>
        <source>“%1” is not part of mathematical notation here.</source>
        <translation>“%1”在这里不属于数学记号。</translation>
    </message>
    <message>
        <source>“%1” looks like the letter %2 but is another one.</source>
        <translation>“%1”看起来像字母 %2，其实是另一个字符。</translation>
    </message>
    <message>
        <source>Quotation marks (%1) have no meaning in a formula.</source>
        <translation>引号（%1）在公式中没有意义。</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>“%1”不是数。</translation>
    </message>
    <message>
        <source>%1 is too large for a 64-bit number: it becomes ∞.</source>
        <translation>%1 超出了 64 位数的范围，变成了 ∞。</translation>
    </message>
    <message>
        <source>%1 is too small for a 64-bit number: it becomes 0.</source>
        <translation>%1 太小，64 位数无法表示，变成了 0。</translation>
    </message>
    <message>
        <source>The formula ends where a number or a name should come.</source>
        <translation>公式在应当出现数或名称的地方结束了。</translation>
    </message>
    <message>
        <source>A number or a name should come before “%1”.</source>
        <translation>“%1”之前应当有一个数或名称。</translation>
    </message>
    <message>
        <source>An operator is missing before “%1”.</source>
        <translation>“%1”之前缺少运算符。</translation>
    </message>
    <message>
        <source>This “%1” is never closed.</source>
        <translation>这个“%1”没有闭合。</translation>
    </message>
    <message>
        <source>This “%1” closes nothing.</source>
        <translation>这个“%1”没有对应的开头。</translation>
    </message>
    <message>
        <source>“%1” does not close “%2”.</source>
        <translation>“%1”与“%2”不配对。</translation>
    </message>
    <message>
        <source>%1 can be read in two ways: %2 or %3.</source>
        <translation>%1 有两种读法：%2 或 %3。</translation>
    </message>
    <message>
        <source>“=” defines a name; a comparison is written “==”.</source>
        <translation>“=”用来定义名称，比较要写成“==”。</translation>
    </message>
    <message>
        <source>A piece needs its condition: “if x &gt; 0”.</source>
        <translation>分段需要条件，例如“if x &gt; 0”。</translation>
    </message>
    <message>
        <source>The last piece is missing: what holds otherwise?</source>
        <translation>缺少最后一段：其余情况下取什么值？</translation>
    </message>
    <message>
        <source>“%1” cannot be given a value: only a name, or f(x), stands before “=”.</source>
        <translation>不能给“%1”赋值：“=”之前只能是名称，或 f(x)。</translation>
    </message>
    <message>
        <source>“%1” is a parameter twice.</source>
        <translation>参数“%1”出现了两次。</translation>
    </message>
    <message>
        <source>Differentiating is what Backstep does: type only the function.</source>
        <translation>求导由 Backstep 来做：只需输入函数本身。</translation>
    </message>
    <message>
        <source>Backstep does not support %1. The program stops when it comes here.</source>
        <translation>Backstep 不支持 %1。程序运行到这里会停下。</translation>
    </message>
    <message>
        <source>“%1” is for a notebook: it is passed over.</source>
        <translation>“%1”只用于笔记本，这里跳过。</translation>
    </message>
    <message>
        <source>Remove it, or type what you mean in letters, digits and + − * / ^ ( ).</source>
        <translation>删除它，或者用字母、数字和 + − * / ^ ( ) 写出你的意思。</translation>
    </message>
    <message>
        <source>Type the Latin letter %1.</source>
        <translation>请输入拉丁字母 %1。</translation>
    </message>
    <message>
        <source>Add the closing bracket.</source>
        <translation>补上右括号。</translation>
    </message>
    <message>
        <source>Add brackets, or a multiplication sign.</source>
        <translation>加上括号或乘号。</translation>
    </message>
    <message>
        <source>Add brackets.</source>
        <translation>加上括号。</translation>
    </message>
    <message>
        <source>For example {x^2 if x &gt; 0, -x otherwise}.</source>
        <translation>例如 {x^2 if x &gt; 0, -x otherwise}。</translation>
    </message>
    <message>
        <source>Write the multiplication sign if you mean a product.</source>
        <translation>如果是乘积，请写出乘号。</translation>
    </message>
    <message>
        <source>For example %1(x).</source>
        <translation>例如 %1(x)。</translation>
    </message>
    <message>
        <source>The derivative shown is a convention, the one that PyTorch has.</source>
        <translation>这里显示的导数是一种约定，与 PyTorch 相同。</translation>
    </message>
    <message>
        <source>The value here is not a finite number; the derivatives follow the rules all the same.</source>
        <translation>这里的值不是有限的数，导数仍按法则计算。</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>你是不是想写 %1？</translation>
    </message>
    <message>
        <source>There is no function “%1”.</source>
        <translation>没有函数“%1”。</translation>
    </message>
    <message>
        <source>There is no name “%1”.</source>
        <translation>没有名称“%1”。</translation>
    </message>
    <message>
        <source>%1 takes 1 argument, %2 given.</source>
        <translation>%1 需要 1 个参数，给了 %2 个。</translation>
    </message>
    <message>
        <source>%1 takes %2 arguments, %3 given.</source>
        <translation>%1 需要 %2 个参数，给了 %3 个。</translation>
    </message>
    <message>
        <source>%1 is a function: what is it of?</source>
        <translation>%1 是函数：它作用在什么上？</translation>
    </message>
    <message>
        <source>%1 is defined by itself.</source>
        <translation>%1 的定义用到了它自己。</translation>
    </message>
    <message>
        <source>The computation has more than %1 operations.</source>
        <translation>计算超过了 %1 个运算。</translation>
    </message>
    <message>
        <source>%1 has no derivative at %2.</source>
        <translation>%1 在 %2 处不可导。</translation>
    </message>
    <message>
        <source>%1 is infinite here.</source>
        <translation>%1 在此处为无穷大。</translation>
    </message>
    <message>
        <source>%1 has no value here (NaN).</source>
        <translation>%1 在此处没有值（NaN）。</translation>
    </message>
</context>
<context>
    <name>PredictQuestion</name>
    <message>
        <source>%1 is computed. Which shape does it have?</source>
        <translation>计算 %1。它的形状是什么？</translation>
    </message>
    <message>
        <source>%1 is computed. What is %2?</source>
        <translation>计算 %1。%2 是多少？</translation>
    </message>
    <message>
        <source>%1 is computed. What is its value?</source>
        <translation>计算 %1。它的值是多少？</translation>
    </message>
    <message>
        <source>The backward sweep begins at %1. What is %2?</source>
        <translation>反向传播从 %1 开始。%2 是多少？</translation>
    </message>
    <message>
        <source>What has arrived at %1 is added to its .grad, which holds something already. Which shape does %2 have then?</source>
        <translation>到达 %1 的内容被加到它的 .grad 上，那里已经有内容。此后 %2 的形状是什么？</translation>
    </message>
    <message>
        <source>What has arrived at %1 is added to its .grad, which holds something already. What is %2 then?</source>
        <translation>到达 %1 的内容被加到它的 .grad 上，那里已经有内容。此后 %2 是多少？</translation>
    </message>
    <message>
        <source>%1 passes its adjoint back.</source>
        <translation>%1 把它的伴随值传回。</translation>
    </message>
    <message>
        <source>The tangent is passed on to %1.</source>
        <translation>切向量被传给 %1。</translation>
    </message>
    <message>
        <source>Which shape does %1 have?</source>
        <translation>%1 的形状是什么？</translation>
    </message>
    <message>
        <source>What is %1?</source>
        <translation>%1 是多少？</translation>
    </message>
    <message>
        <source>What is %1 then? (This is term %2 of %3.)</source>
        <translation>此后 %1 是多少？（这是第 %2 项，共 %3 项。）</translation>
    </message>
    <message numerus="yes">
        <source>All %n numbers as a list, or an expression.</source>
        <translation>
            <numerusform>用列表写出全部 %n 个数，或者写一个表达式。</numerusform>
        </translation>
    </message>
    <message>
        <source>As a list of sizes.</source>
        <translation>写成各个大小的列表。</translation>
    </message>
</context>
<context>
    <name>PredictReply</name>
    <message>
        <source>Right: %1.</source>
        <translation>正确：%1。</translation>
    </message>
    <message>
        <source>A number, or an expression in the names on screen.</source>
        <translation>一个数，或者用屏幕上的名称写成的表达式。</translation>
    </message>
    <message>
        <source>That is too long to be read here.</source>
        <translation>太长了，这里无法读取。</translation>
    </message>
    <message>
        <source>There is no “%1” yet.</source>
        <translation>还没有“%1”。</translation>
    </message>
    <message>
        <source>There is no “%1” yet. Did you mean %2?</source>
        <translation>还没有“%1”。你是不是想写 %2？</translation>
    </message>
    <message>
        <source>One number is asked; that has the shape %1.</source>
        <translation>要的是一个数，而这里的形状是 %1。</translation>
    </message>
    <message>
        <source>That is one number; the answer has the shape %1.</source>
        <translation>这是一个数，而答案的形状是 %1。</translation>
    </message>
    <message>
        <source>That has the shape %1; the answer has the shape %2.</source>
        <translation>它的形状是 %1，而答案的形状是 %2。</translation>
    </message>
    <message>
        <source>This cannot be read as a number or an expression.</source>
        <translation>无法读成一个数或表达式。</translation>
    </message>
    <message>
        <source>Close. Give at least three digits, or the expression itself.</source>
        <translation>很接近了。请至少写三位数字，或者直接写表达式。</translation>
    </message>
    <message>
        <source>The size is right. Look at the sign.</source>
        <translation>大小是对的，再看看符号。</translation>
    </message>
    <message>
        <source>There is a sign wrong: %1 arrives, with its sign, and is added to %2.</source>
        <translation>有一个符号不对：到达的是 %1，连同它的符号一起加到 %2 上。</translation>
    </message>
    <message>
        <source>%1 is what this backward() brings. %2 is there already, and gradients add up: %2 + %3.</source>
        <translation>%1 是这次 backward() 带来的。那里已经有 %2，而梯度会累加：%2 + %3。</translation>
    </message>
    <message>
        <source>%1 is only the term that arrives now. %2 is there already: add the two.</source>
        <translation>%1 只是现在到达的那一项。那里已经有 %2，请把两者相加。</translation>
    </message>
    <message>
        <source>%1 is what is there already. What this backward() brings comes on top.</source>
        <translation>%1 是那里已有的内容。还要加上这次 backward() 带来的。</translation>
    </message>
    <message>
        <source>%1 is what is there already. The term from %2 comes on top.</source>
        <translation>%1 是那里已有的内容。还要加上来自 %2 的那一项。</translation>
    </message>
    <message>
        <source>A term of the sum is missing: %1, from %2.</source>
        <translation>和式少了一项：来自 %2 的 %1。</translation>
    </message>
    <message>
        <source>The term %1 was counted twice.</source>
        <translation>%1 这一项算了两次。</translation>
    </message>
    <message>
        <source>%1 is the local derivative. It is still to be multiplied by the adjoint from above: %2, of %3.</source>
        <translation>%1 是局部导数，还要乘以上游的伴随值，即 %3 的 %2。</translation>
    </message>
    <message>
        <source>%1 is what comes from above, from %2. It is still to be multiplied by the local derivative.</source>
        <translation>%1 是上游 %2 传来的，还要乘以局部导数。</translation>
    </message>
    <message>
        <source>You multiplied by %1, the value of %2. Multiply by its derivative.</source>
        <translation>你乘的是 %1，即 %2 的值。应当乘以它的导数。</translation>
    </message>
    <message>
        <source>That is the term for %2, whose factor is %1. For %3 differentiate by %3, and the other operand is a constant.</source>
        <translation>这是 %2 的那一项，它的因子是 %1。对 %3 的那一项要对 %3 求导，另一个操作数看作常数。</translation>
    </message>
    <message>
        <source>That is the rule of “%1”. The operation here is “%2”.</source>
        <translation>这是“%1”的求导法则，而这里的运算是“%2”。</translation>
    </message>
    <message>
        <source>%1 is the value of %2. Its derivative is asked.</source>
        <translation>%1 是 %2 的值，而题目要的是它的导数。</translation>
    </message>
    <message>
        <source>That is the derivative of %1. Its value is asked.</source>
        <translation>这是 %1 的导数，而题目要的是它的值。</translation>
    </message>
    <message>
        <source>The operands are swapped.</source>
        <translation>操作数的次序反了。</translation>
    </message>
    <message>
        <source>That is what “%1” gives. The operation here is “%2”.</source>
        <translation>这是“%1”的结果，而这里的运算是“%2”。</translation>
    </message>
    <message>
        <source>%2 is the value of %1, which goes into the operation. What comes out?</source>
        <translation>%2 是 %1 的值，是送进运算的。算出来的是什么？</translation>
    </message>
    <message>
        <source>That is the number for degrees. Angles are in radians here.</source>
        <translation>这是角以度计时的数，而这里以弧度计。</translation>
    </message>
    <message>
        <source>That is the logarithm to the base 10. Here it is the natural one.</source>
        <translation>这是以 10 为底的对数，而这里是自然对数。</translation>
    </message>
    <message>
        <source>That is the element %1. Count from 0.</source>
        <translation>这是第 %1 个元素。请从 0 开始数。</translation>
    </message>
    <message>
        <source>A mean divides by the number of elements: %1.</source>
        <translation>平均值要除以元素的个数：%1。</translation>
    </message>
    <message>
        <source>A sum does not divide by the number of elements, %1.</source>
        <translation>求和不除以元素的个数 %1。</translation>
    </message>
    <message>
        <source>Rows and columns are swapped: that is the transpose.</source>
        <translation>行与列反了：这是转置。</translation>
    </message>
    <message>
        <source>That is the shape of %1: %2. A gradient has the shape of what it belongs to.</source>
        <translation>这是 %1 的形状：%2。梯度的形状与它所属的对象相同。</translation>
    </message>
    <message>
        <source>No. Which numbers go into %1, and how do they come together?</source>
        <translation>不对。哪些数进入 %1？它们怎样结合？</translation>
    </message>
</context>
<context>
    <name>ProgramFaults</name>
    <message>
        <source>The program is longer than %1 bytes.</source>
        <translation>程序超过 %1 字节。</translation>
    </message>
    <message>
        <source>This line is longer than %1 characters.</source>
        <translation>这一行超过 %1 个字符。</translation>
    </message>
    <message>
        <source>This expression is nested deeper than %1.</source>
        <translation>这个表达式的嵌套超过 %1 层。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Backstep does not support %1.</source>
        <translation>Backstep 不支持 %1。</translation>
    </message>
</context>
<context>
    <name>ProgramHelp</name>
    <message>
        <source>The sum of all elements, or along dim</source>
        <translation>所有元素之和，或沿 dim 求和</translation>
    </message>
    <message>
        <source>The mean of all elements, or along dim</source>
        <translation>所有元素的平均值，或沿 dim 求平均</translation>
    </message>
    <message>
        <source>The product of all elements, or along dim</source>
        <translation>所有元素之积，或沿 dim 求积</translation>
    </message>
    <message>
        <source>The largest element, or along dim with its index</source>
        <translation>最大的元素，或沿 dim 取最大值及其下标</translation>
    </message>
    <message>
        <source>The smallest element, or along dim with its index</source>
        <translation>最小的元素，或沿 dim 取最小值及其下标</translation>
    </message>
    <message>
        <source>Index of the largest element</source>
        <translation>最大元素的下标</translation>
    </message>
    <message>
        <source>Index of the smallest element</source>
        <translation>最小元素的下标</translation>
    </message>
    <message>
        <source>Length of a vector; the Frobenius norm of a matrix</source>
        <translation>向量的长度；矩阵的 Frobenius 范数</translation>
    </message>
    <message>
        <source>Variance, divided by n − 1</source>
        <translation>方差，除以 n − 1</translation>
    </message>
    <message>
        <source>Standard deviation, divided by n − 1</source>
        <translation>标准差，除以 n − 1</translation>
    </message>
    <message>
        <source>Inner product of two vectors</source>
        <translation>两个向量的内积</translation>
    </message>
    <message>
        <source>Matrix product, the same as @</source>
        <translation>矩阵乘积，与 @ 相同</translation>
    </message>
    <message>
        <source>Product of two matrices</source>
        <translation>两个矩阵的乘积</translation>
    </message>
    <message>
        <source>Product of a matrix and a vector</source>
        <translation>矩阵与向量的乘积</translation>
    </message>
    <message>
        <source>Outer product of two vectors</source>
        <translation>两个向量的外积</translation>
    </message>
    <message>
        <source>The same elements in another shape</source>
        <translation>同样的元素，换一种形状</translation>
    </message>
    <message>
        <source>The same memory in another shape</source>
        <translation>同一块内存，换一种形状</translation>
    </message>
    <message>
        <source>The same elements in one dimension</source>
        <translation>同样的元素，排成一维</translation>
    </message>
    <message>
        <source>Without dimensions of size 1</source>
        <translation>去掉大小为 1 的维度</translation>
    </message>
    <message>
        <source>With a dimension of size 1 put in</source>
        <translation>插入一个大小为 1 的维度</translation>
    </message>
    <message>
        <source>Two dimensions exchanged</source>
        <translation>交换两个维度</translation>
    </message>
    <message>
        <source>Dimensions in another order</source>
        <translation>重新排列维度</translation>
    </message>
    <message>
        <source>exp(x), scaled to a sum of 1 along dim</source>
        <translation>exp(x)，沿 dim 缩放到和为 1</translation>
    </message>
    <message>
        <source>The logarithm of softmax, along dim</source>
        <translation>softmax 的对数，沿 dim</translation>
    </message>
    <message>
        <source>log of the sum of exp(x), along dim</source>
        <translation>exp(x) 之和的对数，沿 dim</translation>
    </message>
    <message>
        <source>Running sums along dim</source>
        <translation>沿 dim 的累积和</translation>
    </message>
    <message>
        <source>A copy that stays in the graph</source>
        <translation>一份留在计算图中的副本</translation>
    </message>
    <message>
        <source>The same values, cut out of the graph</source>
        <translation>同样的值，但与计算图断开</translation>
    </message>
    <message>
        <source>Elements of one tensor where a condition holds, otherwise of the other</source>
        <translation>条件成立处取一个张量的元素，否则取另一个的</translation>
    </message>
    <message>
        <source>Each element held between min and max</source>
        <translation>把每个元素限制在 min 与 max 之间</translation>
    </message>
    <message>
        <source>A tensor with these values; requires_grad=True asks for its gradient</source>
        <translation>由这些值构成的张量；requires_grad=True 表示要它的梯度</translation>
    </message>
    <message>
        <source>0, 1, 2 … up to, not including, the end</source>
        <translation>0、1、2 …，直到终点之前</translation>
    </message>
    <message>
        <source>Evenly spaced numbers, both ends included</source>
        <translation>等间隔的数，包含两端</translation>
    </message>
    <message>
        <source>A tensor of zeros of this shape</source>
        <translation>此形状的全零张量</translation>
    </message>
    <message>
        <source>A tensor of ones of this shape</source>
        <translation>此形状的全一张量</translation>
    </message>
    <message>
        <source>A tensor of this shape, filled with one value</source>
        <translation>此形状的张量，全部填入同一个值</translation>
    </message>
    <message>
        <source>The identity matrix</source>
        <translation>单位矩阵</translation>
    </message>
    <message>
        <source>Random numbers, evenly between 0 and 1</source>
        <translation>随机数，在 0 与 1 之间均匀分布</translation>
    </message>
    <message>
        <source>Random numbers, normally distributed</source>
        <translation>随机数，服从正态分布</translation>
    </message>
    <message>
        <source>Makes the random numbers the same in every run</source>
        <translation>使每次运行的随机数都相同</translation>
    </message>
    <message>
        <source>Zeros in the shape of another tensor</source>
        <translation>与另一张量同形状的零</translation>
    </message>
    <message>
        <source>Ones in the shape of another tensor</source>
        <translation>与另一张量同形状的一</translation>
    </message>
    <message>
        <source>Tensors put together along a new dimension</source>
        <translation>沿新的维度把张量叠在一起</translation>
    </message>
    <message>
        <source>Tensors joined along a dimension that they have</source>
        <translation>沿已有的维度把张量连接起来</translation>
    </message>
    <message>
        <source>Inside, nothing is recorded: with torch.no_grad():</source>
        <translation>其中不记录任何运算：with torch.no_grad():</translation>
    </message>
    <message>
        <source>Gradients as a result, without .grad</source>
        <translation>直接返回梯度，不写入 .grad</translation>
    </message>
    <message>
        <source>A sweep from several outputs at once</source>
        <translation>从多个输出同时开始一趟反向传播</translation>
    </message>
    <message>
        <source>Gradient descent, with or without momentum</source>
        <translation>梯度下降，可带动量</translation>
    </message>
    <message>
        <source>Gradient descent with steps that adapt</source>
        <translation>步长自适应的梯度下降</translation>
    </message>
    <message>
        <source>The backward sweep from here; fills .grad of the leaves</source>
        <translation>从这里开始反向传播，填写各叶张量的 .grad</translation>
    </message>
    <message>
        <source>What has been accumulated by backward(), or None</source>
        <translation>backward() 累加的结果，或 None</translation>
    </message>
    <message>
        <source>The node that made this tensor, or None for a leaf</source>
        <translation>产生此张量的节点；叶张量为 None</translation>
    </message>
    <message>
        <source>Whether operations on it are recorded</source>
        <translation>是否记录对它的运算</translation>
    </message>
    <message>
        <source>Switches recording on or off, in place</source>
        <translation>原地打开或关闭记录</translation>
    </message>
    <message>
        <source>Whether it was made by the program, not by a recorded operation</source>
        <translation>是否由程序直接创建，而不是由记录的运算得到</translation>
    </message>
    <message>
        <source>Keeps .grad of a tensor that is no leaf</source>
        <translation>保留非叶张量的 .grad</translation>
    </message>
    <message>
        <source>The number in a tensor of one element</source>
        <translation>单元素张量中的那个数</translation>
    </message>
    <message>
        <source>The values as lists of numbers</source>
        <translation>以数的列表给出各值</translation>
    </message>
    <message>
        <source>The values as an array of numpy</source>
        <translation>以 numpy 数组给出各值</translation>
    </message>
    <message>
        <source>The size of each dimension</source>
        <translation>每个维度的大小</translation>
    </message>
    <message>
        <source>Sets every element to 0, in place</source>
        <translation>把每个元素原地设为 0</translation>
    </message>
    <message>
        <source>The values, outside of what is recorded</source>
        <translation>各值，不在记录之内</translation>
    </message>
    <message>
        <source>−log softmax at the right class, averaged</source>
        <translation>正确类别处的 −log softmax 的平均值</translation>
    </message>
    <message>
        <source>Mean of the squared differences</source>
        <translation>差的平方的平均值</translation>
    </message>
    <message>
        <source>A layer x Wᵀ + b</source>
        <translation>层 x Wᵀ + b</translation>
    </message>
    <message>
        <source>Layers one after another</source>
        <translation>依次相接的各层</translation>
    </message>
    <message>
        <source>Draws y over x in the plot pane</source>
        <translation>在曲线图窗格中画出 y 随 x 的变化</translation>
    </message>
    <message>
        <source>Draws points in the plot pane</source>
        <translation>在曲线图窗格中画点</translation>
    </message>
    <message>
        <source>Names the curves in the figure</source>
        <translation>为图中的曲线标名</translation>
    </message>
    <message>
        <source>Finishes the figure</source>
        <translation>完成这幅图</translation>
    </message>
    <message>
        <source>Writes to the output pane</source>
        <translation>写到输出窗格</translation>
    </message>
    <message>
        <source>0, 1, 2 … for a loop</source>
        <translation>0、1、2 …，用于循环</translation>
    </message>
    <message>
        <source>How many items there are</source>
        <translation>有多少项</translation>
    </message>
    <message>
        <source>Items with their number: 0, 1, 2 …</source>
        <translation>带编号的各项：0、1、2 …</translation>
    </message>
    <message>
        <source>Items of several lists, side by side</source>
        <translation>把多个列表的项并排取出</translation>
    </message>
    <message>
        <source>Absolute value</source>
        <translation>绝对值</translation>
    </message>
    <message>
        <source>A number with a decimal point</source>
        <translation>带小数点的数</translation>
    </message>
    <message>
        <source>A whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>%1, in place</source>
        <translation>%1，原地</translation>
    </message>
    <message>
        <source>Of this program</source>
        <translation>此程序中的名称</translation>
    </message>
</context>
<context>
    <name>ProgramWords</name>
    <message>
        <source>Backstep does not support %1.</source>
        <translation>Backstep 不支持 %1。</translation>
    </message>
    <message>
        <source>A limit was reached.</source>
        <translation>达到了限制。</translation>
    </message>
    <message>
        <source>A limit was reached: %1.</source>
        <translation>达到了限制：%1。</translation>
    </message>
    <message>
        <source>The run was stopped.</source>
        <translation>运行已停止。</translation>
    </message>
    <message>
        <source>Keep the graph: write retain_graph=True in line %1</source>
        <translation>保留计算图：在第 %1 行写 retain_graph=True</translation>
    </message>
    <message>
        <source>Sum first: %1.sum()</source>
        <translation>先求和：%1.sum()</translation>
    </message>
    <message>
        <source>Give a seed of ones: torch.ones_like(%1)</source>
        <translation>给出全一的种子：torch.ones_like(%1)</translation>
    </message>
    <message>
        <source>Give a seed in the shape of %1</source>
        <translation>给出与 %1 同形状的种子</translation>
    </message>
    <message>
        <source>Detach first: %1.detach()</source>
        <translation>先分离：%1.detach()</translation>
    </message>
    <message>
        <source>Let %1 require grad</source>
        <translation>让 %1 需要梯度</translation>
    </message>
    <message>
        <source>Make it a decimal number</source>
        <translation>改成小数</translation>
    </message>
    <message>
        <source>Turn it into decimal numbers: %1.float()</source>
        <translation>转换成小数：%1.float()</translation>
    </message>
    <message>
        <source>Make a new value: write %2 in place of %1</source>
        <translation>生成新值：写 %2，代替 %1</translation>
    </message>
    <message>
        <source>Change a copy: %1 = %1.clone() before it</source>
        <translation>修改副本：在此之前写 %1 = %1.clone()</translation>
    </message>
    <message>
        <source>Change it under torch.no_grad()</source>
        <translation>在 torch.no_grad() 下修改</translation>
    </message>
    <message>
        <source>Record here: torch.enable_grad() in place of %1</source>
        <translation>在这里记录：用 torch.enable_grad() 代替 %1</translation>
    </message>
    <message>
        <source>Allow it: allow_unused=True gives None for that gradient</source>
        <translation>允许这种情况：allow_unused=True 使该梯度为 None</translation>
    </message>
    <message>
        <source>Do it only if %1 is not None</source>
        <translation>只在 %1 不为 None 时执行</translation>
    </message>
    <message>
        <source>Keep its gradient: %1.retain_grad() before backward()</source>
        <translation>保留它的梯度：在 backward() 之前写 %1.retain_grad()</translation>
    </message>
    <message>
        <source>Write %2 in place of %1</source>
        <translation>写 %2，代替 %1</translation>
    </message>
    <message>
        <source>Insert %1</source>
        <translation>插入 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Insert the line “%1”</source>
        <translation>插入一行“%1”</translation>
    </message>
    <message>
        <source>Indent by four spaces: %1</source>
        <translation>缩进四个空格：%1</translation>
    </message>
    <message>
        <source>Move it to where its block begins: %1</source>
        <translation>移到所属块的开头：%1</translation>
    </message>
    <message>
        <source>Transpose: %1.T</source>
        <translation>转置：%1.T</translation>
    </message>
    <message>
        <source>Ask whether any is true: (%1).any()</source>
        <translation>问是否有一个为真：(%1).any()</translation>
    </message>
    <message>
        <source>Ask whether all are true: (%1).all()</source>
        <translation>问是否全部为真：(%1).all()</translation>
    </message>
    <message>
        <source>Turn it into text: str(%1)</source>
        <translation>转换成文本：str(%1)</translation>
    </message>
    <message>
        <source>Say that %1 is the one outside</source>
        <translation>声明 %1 是外层的那一个</translation>
    </message>
    <message>
        <source>Write self as the first parameter of %1</source>
        <translation>把 self 写成 %1 的第一个参数</translation>
    </message>
    <message>
        <source>Repair the pasted text</source>
        <translation>修复粘贴的文本</translation>
    </message>
    <message>
        <source>note: Random numbers were drawn without a seed; a fixed one was used, so that every run is alike. torch.manual_seed(0) chooses one.</source>
        <translation>注意：取随机数时没有设定种子；这里用了固定的种子，使每次运行都相同。用 torch.manual_seed(0) 可以自己选定种子。</translation>
    </message>
    <message>
        <source>The loop of line {loopLine} goes on: “{condition}” stays true. Does anything in it ever make it false?</source>
        <translation>第 {loopLine} 行的循环停不下来：“{condition}”一直为真。循环里有什么会使它变为假吗？</translation>
    </message>
    <message>
        <source>The loop of line {loopLine} takes more steps than one run may take. Does it ever come to its end?</source>
        <translation>第 {loopLine} 行的循环所用的步数超过了一次运行的上限。它会结束吗？</translation>
    </message>
    <message>
        <source>The program takes more steps than one run may take. Does every loop come to its end?</source>
        <translation>程序所用的步数超过了一次运行的上限。每个循环都会结束吗？</translation>
    </message>
    <message>
        <source>A run may be given more steps (backstep run --limits steps=10000000).</source>
        <translation>可以允许一次运行用更多的步数（backstep run --limits steps=10000000）。</translation>
    </message>
    <message>
        <source>The program prints more than anybody reads. Print only every hundredth turn: if i % 100 == 0.</source>
        <translation>程序打印的内容多得没有人会读。可以每一百轮打印一次：if i % 100 == 0。</translation>
    </message>
    <message>
        <source>Python&apos;s whole numbers may grow without end; here they stop at 4300 digits. Write 2.0 in place of 2 to compute with decimal numbers.</source>
        <translation>Python 的整数可以无限增大，这里到 4300 位为止。用 2.0 代替 2，即可用小数计算。</translation>
    </message>
    <message>
        <source>A list or a text grows beyond what one run may hold. A loop over range(n) needs no list.</source>
        <translation>列表或文本增大到了超出一次运行的上限。对 range(n) 循环不需要列表。</translation>
    </message>
    <message>
        <source>The program holds more than one run may hold.</source>
        <translation>程序占用的内容超过了一次运行的上限。</translation>
    </message>
    <message>
        <source>A program may have up to {most} bytes.</source>
        <translation>程序最多可以有 {most} 字节。</translation>
    </message>
    <message>
        <source>A line may have up to {most} characters.</source>
        <translation>一行最多可以有 {most} 个字符。</translation>
    </message>
    <message>
        <source>An expression may be nested up to {most} deep. Break it into several lines.</source>
        <translation>表达式最多可以嵌套 {most} 层。请把它拆成几行。</translation>
    </message>
    <message>
        <source>This is more than Backstep computes in one run; what ran until here can be stepped through. Use smaller sizes: a few numbers show the same as many.</source>
        <translation>这超出了 Backstep 一次运行的计算量，到此为止的运行仍可逐步查看。请用较小的规模：少量的数与大量的数说明的是同一件事。</translation>
    </message>
    <message>
        <source>In “{expression}”, “{left}” is a {leftKind} of shape {leftShape} and “{right}” a {rightKind} of shape {rightShape}.</source>
        <translation>在“{expression}”中，“{left}”是形状为 {leftShape} 的 {leftKind}，“{right}”是形状为 {rightShape} 的 {rightKind}。</translation>
    </message>
    <message>
        <source>In “{expression}”, “{left}” is a {leftKind} and “{right}” a {rightKind}.</source>
        <translation>在“{expression}”中，“{left}”是 {leftKind}，“{right}”是 {rightKind}。</translation>
    </message>
    <message>
        <source>In “{expression}”, “{receiver}” is a {receiverKind} of shape {receiverShape}.</source>
        <translation>在“{expression}”中，“{receiver}”是形状为 {receiverShape} 的 {receiverKind}。</translation>
    </message>
    <message>
        <source>In “{expression}”, “{first}” is a {firstKind} of shape {firstShape}.</source>
        <translation>在“{expression}”中，“{first}”是形状为 {firstShape} 的 {firstKind}。</translation>
    </message>
    <message>
        <source>It happened in “{expression}”, in line {line}.</source>
        <translation>发生在第 {line} 行的“{expression}”中。</translation>
    </message>
    <message>
        <source>It happened in line {line}.</source>
        <translation>发生在第 {line} 行。</translation>
    </message>
    <message>
        <source>Nearest: {nearest}.</source>
        <translation>最接近的是：{nearest}。</translation>
    </message>
    <message>
        <source>It is no mistake of the program: Python would run it, and Backstep does not do it wrong in silence. The handbook lists what is supported.</source>
        <translation>这不是程序的错误：Python 可以运行它，而 Backstep 不会悄悄地给出错误的结果。手册列出了支持的内容。</translation>
    </message>
    <message>
        <source>What ran until then can be stepped through.</source>
        <translation>到此为止的运行仍可逐步查看。</translation>
    </message>
    <message>
        <source>The program raises this error itself, in line {line}.</source>
        <translation>这个错误是程序自己在第 {line} 行抛出的。</translation>
    </message>
    <message>
        <source>backward() follows recorded operations, but nothing that leads to “{root}” was recorded with a gradient.</source>
        <translation>backward() 沿着记录下来的运算前进，但通向“{root}”的运算都没有连同梯度一起记录。</translation>
    </message>
    <message>
        <source>backward() follows recorded operations, but nothing that leads to this value was recorded with a gradient.</source>
        <translation>backward() 沿着记录下来的运算前进，但通向这个值的运算都没有连同梯度一起记录。</translation>
    </message>
    <message>
        <source>“{cut}” in line {cutLine} cuts the value off from what computed it: what follows has no history.</source>
        <translation>第 {cutLine} 行的“{cut}”把这个值与算出它的运算断开了：此后的结果没有历史。</translation>
    </message>
    <message>
        <source>Leave it out where the gradient is wanted; detach only what is printed or stored.</source>
        <translation>需要梯度的地方不要写它；只对要打印或保存的值用 detach。</translation>
    </message>
    <message>
        <source>“{cut}” in line {cutLine} gives a plain Python number, and a plain number has no history.</source>
        <translation>第 {cutLine} 行的“{cut}”给出普通的 Python 数，而普通的数没有历史。</translation>
    </message>
    <message>
        <source>Keep the tensor for computing, and take item() only to print it.</source>
        <translation>计算时保留张量，只在打印时用 item()。</translation>
    </message>
    <message>
        <source>“{cut}” in line {cutLine} gives the numbers without their history.</source>
        <translation>第 {cutLine} 行的“{cut}”给出数值而不带历史。</translation>
    </message>
    <message>
        <source>Use the tensor itself where the gradient is wanted.</source>
        <translation>需要梯度的地方请用张量本身。</translation>
    </message>
    <message>
        <source>Line {cutLine}, “{cut}”, turns recording off, and the value was computed inside it.</source>
        <translation>第 {cutLine} 行的“{cut}”关闭了记录，而这个值是在其中算出的。</translation>
    </message>
    <message>
        <source>Compute the value outside of that block; keep the block for updating parameters.</source>
        <translation>在该块之外计算这个值；这个块只用来更新参数。</translation>
    </message>
    <message>
        <source>“{cut}” in line {cutLine} copies the numbers into a new leaf, which does not know where they came from.</source>
        <translation>第 {cutLine} 行的“{cut}”把数值复制到新的叶张量中，它不知道这些数从何而来。</translation>
    </message>
    <message>
        <source>Use the tensor as it is, or torch.stack to put several together.</source>
        <translation>直接使用这个张量；要把几个放在一起，用 torch.stack。</translation>
    </message>
    <message>
        <source>“{cut}” in line {cutLine} jumps from one value to the next, so it has no derivative and is not recorded.</source>
        <translation>第 {cutLine} 行的“{cut}”从一个值跳到另一个值，所以没有导数，也不会被记录。</translation>
    </message>
    <message>
        <source>“{cutName}” was created in line {cutLine} without requires_grad=True, so its operations are not recorded.</source>
        <translation>“{cutName}”在第 {cutLine} 行创建时没有写 requires_grad=True，所以它的运算没有被记录。</translation>
    </message>
    <message>
        <source>No tensor here was created with requires_grad=True.</source>
        <translation>这里没有一个张量是用 requires_grad=True 创建的。</translation>
    </message>
    <message>
        <source>Create the tensor that you want the gradient of with requires_grad=True.</source>
        <translation>创建需要梯度的张量时，请写 requires_grad=True。</translation>
    </message>
    <message>
        <source>This graph was already walked backward in line {otherLine}. There PyTorch freed the values that the operations had saved.</source>
        <translation>这张计算图已经在第 {otherLine} 行反向走过一趟。那时 PyTorch 释放了各运算保存的值。</translation>
    </message>
    <message>
        <source>This graph was already walked backward once. There PyTorch freed the values that the operations had saved.</source>
        <translation>这张计算图已经反向走过一趟。那时 PyTorch 释放了各运算保存的值。</translation>
    </message>
    <message>
        <source>“{savedText}” in line {savedLine} is one of them ({saver}): its derivative needs the saved values again, and they are gone.</source>
        <translation>第 {savedLine} 行的“{savedText}”就是其中之一（{saver}）：它的导数又需要保存的值，而这些值已经没有了。</translation>
    </message>
    <message>
        <source>Each turn computes “{carried}” from its own last value (line {carriedLine}), so its graph goes back through all turns before; their part was freed.</source>
        <translation>每一轮都用“{carried}”上一次的值来计算它（第 {carriedLine} 行），所以它的计算图一直延伸到之前的所有轮；那一部分已被释放。</translation>
    </message>
    <message>
        <source>Cut it at the beginning of each turn with “{carried} = {carried}.detach()”; or add the losses and call backward() once, after the loop.</source>
        <translation>在每一轮开头用“{carried} = {carried}.detach()”把它截断；或者把各损失相加，在循环之后只调用一次 backward()。</translation>
    </message>
    <message>
        <source>The loop of line {loopLine} runs backward() again, but the value was computed before the loop: compute it inside, so that each turn has a graph of its own.</source>
        <translation>第 {loopLine} 行的循环再次运行 backward()，而这个值是在循环之前算出的：请在循环里计算，使每一轮都有自己的计算图。</translation>
    </message>
    <message>
        <source>Compute the value again before each backward(), so that each has a graph of its own.</source>
        <translation>每次 backward() 之前重新计算这个值，使每次都有自己的计算图。</translation>
    </message>
    <message>
        <source>To go through the same graph twice, write retain_graph=True in the call of line {otherLine}; or add the results and call backward() once.</source>
        <translation>要两次经过同一张计算图，请在第 {otherLine} 行的调用中写 retain_graph=True；或者把结果相加，只调用一次 backward()。</translation>
    </message>
    <message>
        <source>To go through the same graph twice, write retain_graph=True in the first call.</source>
        <translation>要两次经过同一张计算图，请在第一次调用中写 retain_graph=True。</translation>
    </message>
    <message>
        <source>“{savedText}” in line {savedLine} saved “{variable}” for its derivative ({saver}). Since then its numbers were changed in place.</source>
        <translation>第 {savedLine} 行的“{savedText}”为求导保存了“{variable}”（{saver}）。此后它的数值被原地修改了。</translation>
    </message>
    <message>
        <source>“{savedText}” in line {savedLine} saved a value for its derivative ({saver}). Since then its numbers were changed in place.</source>
        <translation>第 {savedLine} 行的“{savedText}”为求导保存了一个值（{saver}）。此后它的数值被原地修改了。</translation>
    </message>
    <message>
        <source>An operation saved a value for its derivative. Since then its numbers were changed in place.</source>
        <translation>有一个运算为求导保存了一个值。此后它的数值被原地修改了。</translation>
    </message>
    <message>
        <source>Line {otherLine} changed it: “{otherText}”. It was at version {expected} when it was saved and is at version {version} now, so the gradient would be wrong.</source>
        <translation>第 {otherLine} 行修改了它：“{otherText}”。保存时是第 {expected} 版，现在是第 {version} 版，所以梯度会是错的。</translation>
    </message>
    <message>
        <source>It was at version {expected} when it was saved and is at version {version} now, so the gradient would be wrong.</source>
        <translation>保存时是第 {expected} 版，现在是第 {version} 版，所以梯度会是错的。</translation>
    </message>
    <message>
        <source>Update parameters only after every backward() that uses them, or compute the loss again after the update.</source>
        <translation>等所有用到参数的 backward() 都完成之后再更新参数，或者在更新之后重新计算损失。</translation>
    </message>
    <message>
        <source>Make a new tensor (x = x + 1) in place of changing the old one (x += 1), or change a clone().</source>
        <translation>生成新的张量（x = x + 1），不要修改旧的（x += 1）；或者修改它的 clone()。</translation>
    </message>
    <message>
        <source>“{variable}” is a leaf that requires grad: its gradient belongs to the numbers it has now. “{statement}” would change them behind autograd&apos;s back.</source>
        <translation>“{variable}”是需要梯度的叶张量：它的梯度属于它现在的数值。“{statement}”会背着 autograd 修改这些数值。</translation>
    </message>
    <message>
        <source>A leaf that requires grad would be changed in place: its gradient belongs to the numbers it has now.</source>
        <translation>需要梯度的叶张量将被原地修改：它的梯度属于它现在的数值。</translation>
    </message>
    <message>
        <source>An update of parameters is no part of the function. Put it under “with torch.no_grad():”.</source>
        <translation>更新参数不是函数的一部分。请把它放在“with torch.no_grad():”之下。</translation>
    </message>
    <message>
        <source>Put the assignment under “with torch.no_grad():”, or change a clone().</source>
        <translation>把这个赋值放在“with torch.no_grad():”之下，或者修改它的 clone()。</translation>
    </message>
    <message>
        <source>Make a new tensor (x = x + 1) in place of changing this one, or, for an update of parameters, put it under “with torch.no_grad():”.</source>
        <translation>生成新的张量（x = x + 1），不要修改这一个；如果是更新参数，请把它放在“with torch.no_grad():”之下。</translation>
    </message>
    <message>
        <source>“{root}” has {rootSize} elements (shape {rootShape}). backward() starts from one number; for many it must be told how much each one counts.</source>
        <translation>“{root}”有 {rootSize} 个元素（形状 {rootShape}）。backward() 从一个数出发；有多个数时，必须说明每个数的权重。</translation>
    </message>
    <message>
        <source>This value has many elements. backward() starts from one number; for many it must be told how much each one counts.</source>
        <translation>这个值有多个元素。backward() 从一个数出发；有多个数时，必须说明每个数的权重。</translation>
    </message>
    <message>
        <source>Sum them into one number with “{rootAtom}.sum()”, or give the weights: gradient=torch.ones_like({root}) counts each once.</source>
        <translation>用“{rootAtom}.sum()”求和成一个数，或者给出权重：gradient=torch.ones_like({root}) 使每个元素的权重为一。</translation>
    </message>
    <message>
        <source>Sum them into one number with .sum(), or give the weights with gradient=.</source>
        <translation>用 .sum() 求和成一个数，或者用 gradient= 给出权重。</translation>
    </message>
    <message>
        <source>This tensor is one of several views that {node} made at once. Autograd cannot follow a change of just one of them.</source>
        <translation>这个张量是 {node} 一次生成的多个视图之一。Autograd 无法跟踪只对其中一个的修改。</translation>
    </message>
    <message>
        <source>Change a clone() of it, or compute a new tensor.</source>
        <translation>修改它的 clone()，或者计算一个新的张量。</translation>
    </message>
    <message>
        <source>This view was made while recording was off, so autograd does not know what it is a view of.</source>
        <translation>这个视图是在关闭记录时生成的，所以 autograd 不知道它是谁的视图。</translation>
    </message>
    <message>
        <source>Make the view and change it in the same mode: both inside torch.no_grad(), or both outside.</source>
        <translation>在同一种模式下生成并修改视图：都在 torch.no_grad() 之内，或都在其外。</translation>
    </message>
    <message>
        <source>“{input}” does not require grad, so nothing was recorded for it.</source>
        <translation>“{input}”不需要梯度，所以没有为它记录任何内容。</translation>
    </message>
    <message>
        <source>One of the inputs does not require grad, so nothing was recorded for it.</source>
        <translation>有一个输入不需要梯度，所以没有为它记录任何内容。</translation>
    </message>
    <message>
        <source>Create it with requires_grad=True before the function is computed.</source>
        <translation>在计算函数之前，用 requires_grad=True 创建它。</translation>
    </message>
    <message>
        <source>“{root}” does not depend on “{input}”: no operation leads from one to the other.</source>
        <translation>“{root}”不依赖于“{input}”：没有运算从后者通向前者。</translation>
    </message>
    <message>
        <source>The output does not depend on one of the inputs: no operation leads from one to the other.</source>
        <translation>输出不依赖于其中一个输入：没有运算从后者通向前者。</translation>
    </message>
    <message>
        <source>Check that it is the same tensor that the function used, not a copy or a new value of that name. If it is meant to be unused, allow_unused=True gives None for it.</source>
        <translation>请确认它就是函数所用的那个张量，而不是副本，也不是同名的新值。如果本来就不用它，allow_unused=True 使它的梯度为 None。</translation>
    </message>
    <message>
        <source>“{root}” has shape {outputShape}, but the seed has shape {seedShape}. The seed says how much each element of the output counts, so it needs one number for each.</source>
        <translation>“{root}”的形状是 {outputShape}，而种子的形状是 {seedShape}。种子说明输出的每个元素的权重，所以每个元素都需要一个数。</translation>
    </message>
    <message>
        <source>The output has shape {outputShape}, but the seed has shape {seedShape}. The seed needs one number for each element of the output.</source>
        <translation>输出的形状是 {outputShape}，而种子的形状是 {seedShape}。输出的每个元素都需要种子中的一个数。</translation>
    </message>
    <message>
        <source>torch.ones_like({root}) counts each element once.</source>
        <translation>torch.ones_like({root}) 使每个元素的权重为一。</translation>
    </message>
    <message>
        <source>“{variable}” holds whole numbers. A derivative asks what a tiny change does, and a whole number cannot change by a little.</source>
        <translation>“{variable}”中是整数。导数问的是微小的变化引起什么，而整数不能只变化一点点。</translation>
    </message>
    <message>
        <source>These are whole numbers. A derivative asks what a tiny change does, and a whole number cannot change by a little.</source>
        <translation>这些是整数。导数问的是微小的变化引起什么，而整数不能只变化一点点。</translation>
    </message>
    <message>
        <source>Write a decimal point (2.0 in place of 2) or dtype=torch.float32.</source>
        <translation>写上小数点（用 2.0 代替 2），或写 dtype=torch.float32。</translation>
    </message>
    <message>
        <source>“{variable}” was computed from tensors that require grad, so it requires grad too: that follows, and cannot be switched off.</source>
        <translation>“{variable}”是由需要梯度的张量算出的，所以它也需要梯度：这是必然的，不能关闭。</translation>
    </message>
    <message>
        <source>This tensor was computed from tensors that require grad, so it requires grad too: that follows, and cannot be switched off.</source>
        <translation>这个张量是由需要梯度的张量算出的，所以它也需要梯度：这是必然的，不能关闭。</translation>
    </message>
    <message>
        <source>“{variableAtom}.detach()” gives the same numbers without the history.</source>
        <translation>“{variableAtom}.detach()”给出同样的数值，但不带历史。</translation>
    </message>
    <message>
        <source>detach() gives the same numbers without the history.</source>
        <translation>detach() 给出同样的数值，但不带历史。</translation>
    </message>
    <message>
        <source>“{variable}” requires grad. A NumPy array has no history, so turning it into one would lose the gradient without a word.</source>
        <translation>“{variable}”需要梯度。NumPy 数组没有历史，转换成数组会不声不响地丢掉梯度。</translation>
    </message>
    <message>
        <source>The tensor requires grad. A NumPy array has no history, so turning it into one would lose the gradient without a word.</source>
        <translation>这个张量需要梯度。NumPy 数组没有历史，转换成数组会不声不响地丢掉梯度。</translation>
    </message>
    <message>
        <source>Say that this is meant: “{variableAtom}.detach()” gives the numbers without the history.</source>
        <translation>请明确表示这是有意的：“{variableAtom}.detach()”给出数值而不带历史。</translation>
    </message>
    <message>
        <source>Say that this is meant, with detach().</source>
        <translation>请用 detach() 明确表示这是有意的。</translation>
    </message>
    <message>
        <source>“{variable}” has shape {variableShape}, but the gradient that it is given has shape {valueShape}.</source>
        <translation>“{variable}”的形状是 {variableShape}，而给它的梯度的形状是 {valueShape}。</translation>
    </message>
    <message>
        <source>“{variable}” has shape {variableShape}; the gradient that it is given has another.</source>
        <translation>“{variable}”的形状是 {variableShape}，给它的梯度却是另一种形状。</translation>
    </message>
    <message>
        <source>The gradient that is assigned has another shape than its tensor.</source>
        <translation>所赋的梯度与张量的形状不同。</translation>
    </message>
    <message>
        <source>A gradient has one number for each number of its tensor.</source>
        <translation>张量中的每个数都对应梯度中的一个数。</translation>
    </message>
    <message>
        <source>The gradient that is assigned has another dtype than its tensor. Both must be the same.</source>
        <translation>所赋的梯度与张量的 dtype 不同。两者必须相同。</translation>
    </message>
    <message>
        <source>.grad holds a tensor, or None for “no gradient yet”; here it is given a {given}.</source>
        <translation>.grad 中是张量，或者表示“还没有梯度”的 None；这里给它的是 {given}。</translation>
    </message>
    <message>
        <source>Write None to clear it, or use zero_() to set it to zeros.</source>
        <translation>写 None 把它清除，或用 zero_() 把它设为零。</translation>
    </message>
    <message>
        <source>PyTorch has no derivative for {operation}: its value jumps, so a gradient would say nothing.</source>
        <translation>PyTorch 没有 {operation} 的导数：它的值是跳跃的，梯度说明不了什么。</translation>
    </message>
    <message>
        <source>Compute this part from detached values, or use a smooth function in its place.</source>
        <translation>用分离出来的值计算这一部分，或者换用光滑的函数。</translation>
    </message>
    <message>
        <source>“{variable}” does not require grad: no gradient will ever arrive for the hook to see.</source>
        <translation>“{variable}”不需要梯度：永远不会有梯度到达钩子。</translation>
    </message>
    <message>
        <source>This tensor does not require grad: no gradient will ever arrive for the hook to see.</source>
        <translation>这个张量不需要梯度：永远不会有梯度到达钩子。</translation>
    </message>
    <message>
        <source>“{variable}” does not require grad: there will be no gradient to keep.</source>
        <translation>“{variable}”不需要梯度：不会有梯度可以保留。</translation>
    </message>
    <message>
        <source>This tensor does not require grad: there will be no gradient to keep.</source>
        <translation>这个张量不需要梯度：不会有梯度可以保留。</translation>
    </message>
    <message>
        <source>This tensor is a view of another, and detaching it in place would cut that one off too. Use detach(), which gives a new tensor.</source>
        <translation>这个张量是另一个张量的视图，原地分离它会把那个张量也截断。请用 detach()，它给出新的张量。</translation>
    </message>
    <message>
        <source>The derivative {node} gave a gradient of shape {got} for an input of shape {wanted}.</source>
        <translation>导数 {node} 给出的梯度形状是 {got}，而输入的形状是 {wanted}。</translation>
    </message>
    <message>
        <source>A gradient has the shape of what it is the gradient of.</source>
        <translation>梯度与求梯度的对象形状相同。</translation>
    </message>
    <message>
        <source>A tensor with a history cannot be deep-copied: the copy would need the whole graph.</source>
        <translation>带有历史的张量不能深复制：副本会需要整张计算图。</translation>
    </message>
    <message>
        <source>Copy the numbers with x.detach().clone().</source>
        <translation>用 x.detach().clone() 复制数值。</translation>
    </message>
    <message>
        <source>A GradientTape gives gradients once; then its record is freed. This one was made in line {otherLine}.</source>
        <translation>GradientTape 只给出一次梯度，之后它的记录就被释放。这一个是在第 {otherLine} 行创建的。</translation>
    </message>
    <message>
        <source>A GradientTape gives gradients once; then its record is freed.</source>
        <translation>GradientTape 只给出一次梯度，之后它的记录就被释放。</translation>
    </message>
    <message>
        <source>Write persistent=True where it is made to ask it several times.</source>
        <translation>要多次求梯度，请在创建它的地方写 persistent=True。</translation>
    </message>
    <message>
        <source>Python writes {meant} where other languages write {name}.</source>
        <translation>别的语言写 {name} 的地方，Python 写 {meant}。</translation>
    </message>
    <message>
        <source>“{name}” gets its value only in line {otherLine}, “{otherText}”. A program runs from the top to the bottom.</source>
        <translation>“{name}”到第 {otherLine} 行的“{otherText}”才得到值。程序从上到下运行。</translation>
    </message>
    <message>
        <source>Move that line up.</source>
        <translation>把那一行移到前面。</translation>
    </message>
    <message>
        <source>“{name}” is not there by itself: nothing in this program imports it.</source>
        <translation>“{name}”不是自带的：这个程序没有导入它。</translation>
    </message>
    <message>
        <source>Begin the program with “{import}”.</source>
        <translation>在程序开头写“{import}”。</translation>
    </message>
    <message>
        <source>“{name}” is a function of a module, and is called by both names: {prefixed}.</source>
        <translation>“{name}”是模块中的函数，调用时要写出两个名称：{prefixed}。</translation>
    </message>
    <message>
        <source>No value was given to “{name}”. There is “{meant}”: was that meant?</source>
        <translation>“{name}”没有被赋过值。有一个“{meant}”：是不是想写它？</translation>
    </message>
    <message>
        <source>“{name}” exists only inside the function {ofFunction}, while it runs.</source>
        <translation>“{name}”只存在于函数 {ofFunction} 之内，并且只在它运行时存在。</translation>
    </message>
    <message>
        <source>Let the function return it.</source>
        <translation>让函数返回它。</translation>
    </message>
    <message>
        <source>No value was given to “{name}” before line {line}. Is it spelt as it is above, and was every cell of the notebook pasted?</source>
        <translation>在第 {line} 行之前，“{name}”没有被赋过值。它的拼写与上文一致吗？笔记本的每个单元格都粘贴了吗？</translation>
    </message>
    <message>
        <source>“{variable}.grad” is None: there is no gradient there yet.</source>
        <translation>“{variable}.grad”是 None：那里还没有梯度。</translation>
    </message>
    <message>
        <source>The .grad is None: there is no gradient there yet.</source>
        <translation>这个 .grad 是 None：那里还没有梯度。</translation>
    </message>
    <message>
        <source>“{variable}” does not require grad, so none will come. Create it with requires_grad=True.</source>
        <translation>“{variable}”不需要梯度，所以不会有梯度到来。请用 requires_grad=True 创建它。</translation>
    </message>
    <message>
        <source>“{variable}” was computed from other tensors; .grad is kept for leaves only. Call {variable}.retain_grad() before backward() to keep it.</source>
        <translation>“{variable}”是由其他张量算出的，而 .grad 只为叶张量保留。要保留它，请在 backward() 之前调用 {variable}.retain_grad()。</translation>
    </message>
    <message>
        <source>backward() has not been called before line {line}. Call it first.</source>
        <translation>在第 {line} 行之前没有调用过 backward()。请先调用它。</translation>
    </message>
    <message>
        <source>Either backward() has not reached it, or its gradient was set to None. Call backward() first, or ask “if x.grad is not None”.</source>
        <translation>要么 backward() 没有到达它，要么它的梯度被设成了 None。请先调用 backward()，或者先判断“if x.grad is not None”。</translation>
    </message>
    <message>
        <source>“{object}” is None: “{returned}” in line {returnedLine} returned nothing.</source>
        <translation>“{object}”是 None：第 {returnedLine} 行的“{returned}”没有返回任何值。</translation>
    </message>
    <message>
        <source>“{object}” is None, and None has no “{attribute}”.</source>
        <translation>“{object}”是 None，而 None 没有“{attribute}”。</translation>
    </message>
    <message>
        <source>This value is None, and None has no “{attribute}”.</source>
        <translation>这个值是 None，而 None 没有“{attribute}”。</translation>
    </message>
    <message>
        <source>A function without return gives None; so do print, backward, and methods that change a list in place.</source>
        <translation>没有 return 的函数给出 None；print、backward 以及原地修改列表的方法也是如此。</translation>
    </message>
    <message>
        <source>zero_grad() belongs to an optimizer or a module. The gradient of a tensor is a tensor itself, and is set to zero in place.</source>
        <translation>zero_grad() 属于优化器或模块。张量的梯度本身也是张量，可以原地设为零。</translation>
    </message>
    <message>
        <source>Write “{object}.grad.zero_()”.</source>
        <translation>请写“{object}.grad.zero_()”。</translation>
    </message>
    <message>
        <source>Write x.grad.zero_().</source>
        <translation>请写 x.grad.zero_()。</translation>
    </message>
    <message>
        <source>“{object}” is a plain number, made in line {originLine} by “{origin}”. Plain numbers have no “{attribute}”, and no history.</source>
        <translation>“{object}”是普通的数，由第 {originLine} 行的“{origin}”得到。普通的数没有“{attribute}”，也没有历史。</translation>
    </message>
    <message>
        <source>This is a plain number, not a tensor: it has no “{attribute}”, and no history.</source>
        <translation>这是普通的数，不是张量：它没有“{attribute}”，也没有历史。</translation>
    </message>
    <message>
        <source>Keep the tensor for computing; take item() only for printing.</source>
        <translation>计算时保留张量，只在打印时用 item()。</translation>
    </message>
    <message>
        <source>“{object}” is a NumPy array, not a tensor: it has no “{attribute}” and no gradients.</source>
        <translation>“{object}”是 NumPy 数组，不是张量：它没有“{attribute}”，也没有梯度。</translation>
    </message>
    <message>
        <source>This is a NumPy array, not a tensor: it has no “{attribute}” and no gradients.</source>
        <translation>这是 NumPy 数组，不是张量：它没有“{attribute}”，也没有梯度。</translation>
    </message>
    <message>
        <source>torch.from_numpy makes a tensor of it.</source>
        <translation>torch.from_numpy 把它变成张量。</translation>
    </message>
    <message>
        <source>“{object}” is a list of Python, made in line {originLine}; it has no “{attribute}”.</source>
        <translation>“{object}”是 Python 列表，在第 {originLine} 行创建；它没有“{attribute}”。</translation>
    </message>
    <message>
        <source>This is a list of Python, not a tensor; it has no “{attribute}”.</source>
        <translation>这是 Python 列表，不是张量；它没有“{attribute}”。</translation>
    </message>
    <message>
        <source>Did you mean “{meant}”?</source>
        <translation>是不是想写“{meant}”？</translation>
    </message>
    <message>
        <source>torch.tensor makes a tensor of a list of numbers, torch.stack of a list of tensors.</source>
        <translation>torch.tensor 把数的列表变成张量，torch.stack 把张量的列表变成张量。</translation>
    </message>
    <message>
        <source>{module} has no “{attribute}”. There is “{meant}”: was that meant?</source>
        <translation>{module} 没有“{attribute}”。有一个“{meant}”：是不是想写它？</translation>
    </message>
    <message>
        <source>{module} has no “{attribute}”. Is it spelt right, and is it of this module?</source>
        <translation>{module} 没有“{attribute}”。拼写对吗？它属于这个模块吗？</translation>
    </message>
    <message>
        <source>“{object}” is of type {type} and has no “{attribute}”. There is “{meant}”: was that meant?</source>
        <translation>“{object}”的类型是 {type}，没有“{attribute}”。有一个“{meant}”：是不是想写它？</translation>
    </message>
    <message>
        <source>“{object}” is of type {type} and has no “{attribute}”.</source>
        <translation>“{object}”的类型是 {type}，没有“{attribute}”。</translation>
    </message>
    <message>
        <source>A value of type {type} has no “{attribute}”.</source>
        <translation>类型为 {type} 的值没有“{attribute}”。</translation>
    </message>
    <message>
        <source>{function} gives a value to “{name}” somewhere, so in all of it that name is the function&apos;s own, and it has no value yet here.</source>
        <translation>{function} 在某处给“{name}”赋了值，所以在整个函数里这个名称都是函数自己的，而此时它还没有值。</translation>
    </message>
    <message>
        <source>“{name}” gets its value only later in this function.</source>
        <translation>“{name}”在这个函数里后面才得到值。</translation>
    </message>
    <message>
        <source>To change the one outside, write “global {name}” in the function&apos;s first line; or take it as a parameter and return it.</source>
        <translation>要修改外层的那一个，请在函数第一行写“global {name}”；或者把它作为参数，再返回它。</translation>
    </message>
    <message>
        <source>There is no module {module}. Was {meant} meant?</source>
        <translation>没有模块 {module}。是不是想写 {meant}？</translation>
    </message>
    <message>
        <source>There is no module {module} here. Backstep has torch, numpy, math, matplotlib, a part of tensorflow, d2l, and what a first program uses of Python&apos;s own library.</source>
        <translation>这里没有模块 {module}。Backstep 有 torch、numpy、math、matplotlib、tensorflow 的一部分、d2l，以及初学程序会用到的 Python 自带库。</translation>
    </message>
    <message>
        <source>{module} has no “{name}”. There is “{meant}”: was that meant?</source>
        <translation>{module} 没有“{name}”。有一个“{meant}”：是不是想写它？</translation>
    </message>
    <message>
        <source>{module} has no “{name}”.</source>
        <translation>{module} 没有“{name}”。</translation>
    </message>
    <message>
        <source>“{signature}” (line {definedLine}) needs {names} too, and the call does not give it.</source>
        <translation>“{signature}”（第 {definedLine} 行）还需要 {names}，而调用时没有给出。</translation>
    </message>
    <message>
        <source>{function} needs {names} too, and the call does not give it.</source>
        <translation>{function} 还需要 {names}，而调用时没有给出。</translation>
    </message>
    <message>
        <source>Give it in the call, or give it a default in the definition.</source>
        <translation>在调用时给出它，或者在定义中给它默认值。</translation>
    </message>
    <message>
        <source>A method gets its object as the first argument, and “{signature}” (line {definedLine}) has no parameter for it.</source>
        <translation>方法以它的对象作为第一个参数，而“{signature}”（第 {definedLine} 行）没有接收它的参数。</translation>
    </message>
    <message>
        <source>Write self as its first parameter.</source>
        <translation>把 self 写成第一个参数。</translation>
    </message>
    <message>
        <source>“{signature}” (line {definedLine}) takes {wanted}, and the call gives {given}.</source>
        <translation>“{signature}”（第 {definedLine} 行）需要 {wanted}，而调用时给了 {given}。</translation>
    </message>
    <message>
        <source>{function} takes {wanted}, and the call gives {given}.</source>
        <translation>{function} 需要 {wanted}，而调用时给了 {given}。</translation>
    </message>
    <message>
        <source>{function} takes no arguments, and the call gives some.</source>
        <translation>{function} 不接受参数，而调用时给了参数。</translation>
    </message>
    <message>
        <source>Several values for one parameter go in a list or a tuple: f([1, 2]).</source>
        <translation>要把几个值交给一个参数，请放进列表或元组：f([1, 2])。</translation>
    </message>
    <message>
        <source>{function} has no parameter “{name}”. There is “{meant}”: was that meant?</source>
        <translation>{function} 没有参数“{name}”。有一个“{meant}”：是不是想写它？</translation>
    </message>
    <message>
        <source>“{signature}” (line {definedLine}) has no parameter “{name}”.</source>
        <translation>“{signature}”（第 {definedLine} 行）没有参数“{name}”。</translation>
    </message>
    <message>
        <source>{function} has no parameter “{name}”.</source>
        <translation>{function} 没有参数“{name}”。</translation>
    </message>
    <message>
        <source>“{signature}” (line {definedLine}) gets “{name}” twice: by its place and by its name.</source>
        <translation>“{signature}”（第 {definedLine} 行）两次得到“{name}”：一次按位置，一次按名称。</translation>
    </message>
    <message>
        <source>{function} gets “{name}” twice: by its place and by its name.</source>
        <translation>{function} 两次得到“{name}”：一次按位置，一次按名称。</translation>
    </message>
    <message>
        <source>{function} takes a tensor, and “{variable}” is of type {given}.</source>
        <translation>{function} 需要张量，而“{variable}”的类型是 {given}。</translation>
    </message>
    <message>
        <source>{function} takes a tensor, and is given a value of type {given}.</source>
        <translation>{function} 需要张量，而给它的值类型是 {given}。</translation>
    </message>
    <message>
        <source>Wrap the number, torch.tensor(2.0), or use math for plain numbers.</source>
        <translation>把数包成张量，torch.tensor(2.0)，或者对普通的数用 math。</translation>
    </message>
    <message>
        <source>“{variable}” is of type {given}; as “{name}” {function} takes {wanted}.</source>
        <translation>“{variable}”的类型是 {given}；{function} 的参数“{name}”需要 {wanted}。</translation>
    </message>
    <message>
        <source>As “{name}” {function} takes {wanted}, and is given a value of type {given}.</source>
        <translation>{function} 的参数“{name}”需要 {wanted}，而给它的值类型是 {given}。</translation>
    </message>
    <message>
        <source>{function} has no form that takes these arguments.</source>
        <translation>{function} 没有接受这些参数的形式。</translation>
    </message>
    <message>
        <source>The message lists the forms there are; compare the types one by one.</source>
        <translation>消息中列出了现有的形式，请逐个比较类型。</translation>
    </message>
    <message>
        <source>“{callee}” got a value in line {otherLine} (“{otherText}”) and is no function. Parentheses behind it mean a call.</source>
        <translation>“{callee}”在第 {otherLine} 行（“{otherText}”）得到了值，不是函数。在它后面写括号表示调用。</translation>
    </message>
    <message>
        <source>“{callee}” is a number or a tensor, and parentheses behind it mean a call.</source>
        <translation>“{callee}”是数或张量，在它后面写括号表示调用。</translation>
    </message>
    <message>
        <source>For a product write a star: {callee} * (…).</source>
        <translation>乘积要写星号：{callee} * (…)。</translation>
    </message>
    <message>
        <source>“{callee}” is a module, not a function. The function in it is called by both names: {callee}.{callee}(…).</source>
        <translation>“{callee}”是模块，不是函数。调用其中的函数要写出两个名称：{callee}.{callee}(…)。</translation>
    </message>
    <message>
        <source>“{callee}” is None and cannot be called.</source>
        <translation>“{callee}”是 None，不能调用。</translation>
    </message>
    <message>
        <source>This is None and cannot be called.</source>
        <translation>这是 None，不能调用。</translation>
    </message>
    <message>
        <source>“{callee}” is of type {type} since line {otherLine}, “{otherText}”, and cannot be called.</source>
        <translation>“{callee}”从第 {otherLine} 行的“{otherText}”起类型是 {type}，不能调用。</translation>
    </message>
    <message>
        <source>“{callee}” is of type {type} and cannot be called.</source>
        <translation>“{callee}”的类型是 {type}，不能调用。</translation>
    </message>
    <message>
        <source>A value of type {type} cannot be called.</source>
        <translation>类型为 {type} 的值不能调用。</translation>
    </message>
    <message>
        <source>There “{callee}” lost its meaning in Python. Choose another name for the value.</source>
        <translation>从那里起，“{callee}”失去了它在 Python 中的含义。请给这个值换一个名称。</translation>
    </message>
    <message>
        <source>An element is taken with square brackets: x[0].</source>
        <translation>取元素用方括号：x[0]。</translation>
    </message>
    <message>
        <source>super() works inside a method of a class, which has self as its first parameter.</source>
        <translation>super() 用在类的方法中，该方法的第一个参数是 self。</translation>
    </message>
    <message>
        <source>A module must be set up before layers are put into it.</source>
        <translation>必须先初始化模块，才能把层放进去。</translation>
    </message>
    <message>
        <source>Begin __init__ with “super().__init__()”.</source>
        <translation>让 __init__ 以“super().__init__()”开头。</translation>
    </message>
    <message>
        <source>“{variable}” holds whole numbers ({variableDtype}), and the result is rarely whole: PyTorch does not choose a dtype for it.</source>
        <translation>“{variable}”中是整数（{variableDtype}），而结果很少是整数：PyTorch 不替它选择 dtype。</translation>
    </message>
    <message>
        <source>These are whole numbers ({dtype}), and the result is rarely whole: PyTorch does not choose a dtype for it.</source>
        <translation>这些是整数（{dtype}），而结果很少是整数：PyTorch 不替它选择 dtype。</translation>
    </message>
    <message>
        <source>These are whole numbers, and the result is rarely whole: PyTorch does not choose a dtype for it.</source>
        <translation>这些是整数，而结果很少是整数：PyTorch 不替它选择 dtype。</translation>
    </message>
    <message>
        <source>Say so: “{variableAtom}.float()”, or write 1.0 in place of 1 where it is created.</source>
        <translation>请明确写出：“{variableAtom}.float()”，或者在创建它的地方用 1.0 代替 1。</translation>
    </message>
    <message>
        <source>Say so with float(), or write 1.0 in place of 1 where it is created.</source>
        <translation>请用 float() 明确写出，或者在创建它的地方用 1.0 代替 1。</translation>
    </message>
    <message>
        <source>“{left}” holds {leftDtype} and “{right}” holds {rightDtype}. A product of matrices takes one dtype only.</source>
        <translation>“{left}”是 {leftDtype}，“{right}”是 {rightDtype}。矩阵乘积要求只有一种 dtype。</translation>
    </message>
    <message>
        <source>One holds {leftType} and the other {rightType}. This operation takes one dtype only.</source>
        <translation>一个是 {leftType}，另一个是 {rightType}。这个运算要求只有一种 dtype。</translation>
    </message>
    <message>
        <source>The operands have different dtypes, and this operation takes one dtype only.</source>
        <translation>操作数的 dtype 不同，而这个运算要求只有一种 dtype。</translation>
    </message>
    <message>
        <source>Turn one of them with .float() (float32) or .double() (float64). NumPy makes float64, PyTorch float32.</source>
        <translation>用 .float()（float32）或 .double()（float64）转换其中一个。NumPy 生成 float64，PyTorch 生成 float32。</translation>
    </message>
    <message>
        <source>“{variable}” holds {to} and keeps its dtype when it is changed in place, but the result is {from}.</source>
        <translation>“{variable}”是 {to}，原地修改时保持自己的 dtype，而结果是 {from}。</translation>
    </message>
    <message>
        <source>A tensor of {to} keeps its dtype when it is changed in place, but the result is {from}.</source>
        <translation>{to} 的张量在原地修改时保持自己的 dtype，而结果是 {from}。</translation>
    </message>
    <message>
        <source>Make a new value (x = x / 2) in place of changing the old one (x /= 2), or create it with decimal numbers.</source>
        <translation>生成新值（x = x / 2），不要修改旧的（x /= 2）；或者创建时就用小数。</translation>
    </message>
    <message>
        <source>In Python ^ is “exclusive or” of bits, and “{left}” has no bits to be looked at.</source>
        <translation>在 Python 中 ^ 是按位“异或”，而“{left}”没有可供运算的位。</translation>
    </message>
    <message>
        <source>A power is written with two stars: {left} ** {right}.</source>
        <translation>幂要写两个星号：{left} ** {right}。</translation>
    </message>
    <message>
        <source>There is no such operation for tensors of {dtype}.</source>
        <translation>{dtype} 的张量没有这种运算。</translation>
    </message>
    <message>
        <source>Turn the tensor with .float() first.</source>
        <translation>先用 .float() 转换张量。</translation>
    </message>
    <message>
        <source>“{variable}” holds whole numbers, and a negative power of a whole number is a fraction, which does not fit into it.</source>
        <translation>“{variable}”中是整数，而整数的负数次幂是分数，放不进去。</translation>
    </message>
    <message>
        <source>A negative power of a whole number is a fraction, which does not fit into a tensor of whole numbers.</source>
        <translation>整数的负数次幂是分数，放不进整数张量。</translation>
    </message>
    <message>
        <source>Create it with decimal numbers, or turn it with .float().</source>
        <translation>创建时就用小数，或用 .float() 转换。</translation>
    </message>
    <message>
        <source>This tensor holds True and False, and these are not subtracted.</source>
        <translation>这个张量中是 True 和 False，它们不能相减。</translation>
    </message>
    <message>
        <source>~ is “not”; .float() turns them into 1 and 0.</source>
        <translation>~ 表示“非”；.float() 把它们变成 1 和 0。</translation>
    </message>
    <message>
        <source>The condition of where says True or False for each element; here it holds {dtype}.</source>
        <translation>where 的条件要对每个元素说明 True 或 False；这里的条件是 {dtype}。</translation>
    </message>
    <message>
        <source>Write a comparison, such as x &gt; 0.</source>
        <translation>请写比较，例如 x &gt; 0。</translation>
    </message>
    <message>
        <source>A tensor used as an index holds whole numbers (places) or True and False (a mask).</source>
        <translation>用作下标的张量应当是整数（位置）或 True 和 False（掩码）。</translation>
    </message>
    <message>
        <source>Turn it with .long().</source>
        <translation>用 .long() 转换它。</translation>
    </message>
    <message>
        <source>This whole number is beyond 2**63 and does not fit into an int64.</source>
        <translation>这个整数超过了 2**63，放不进 int64。</translation>
    </message>
    <message>
        <source>A tensor holds numbers, or lists of numbers; {given} is neither.</source>
        <translation>张量中是数，或数的列表；{given} 两者都不是。</translation>
    </message>
    <message>
        <source>The value is nan or infinity, and there is no whole number for that.</source>
        <translation>这个值是 nan 或无穷大，没有对应的整数。</translation>
    </message>
    <message>
        <source>Look where it arose: a division by 0, a logarithm of 0, or a training that has diverged.</source>
        <translation>看看它是在哪里产生的：除以 0、0 的对数，或者发散了的训练。</translation>
    </message>
    <message>
        <source>There is no graphics card here; everything is computed on the processor, with the same results.</source>
        <translation>这里没有显卡；一切都在处理器上计算，结果相同。</translation>
    </message>
    <message>
        <source>Leave .cuda() out, or write device = &apos;cpu&apos;.</source>
        <translation>去掉 .cuda()，或写 device = &apos;cpu&apos;。</translation>
    </message>
    <message>
        <source>Each value must be a probability, from 0 to 1. A sigmoid makes one of any number.</source>
        <translation>每个值都必须是概率，在 0 到 1 之间。sigmoid 可以把任何数变成概率。</translation>
    </message>
    <message>
        <source>“{variable}” has {variableSize} elements (shape {variableShape}); only a tensor with one element becomes a plain number.</source>
        <translation>“{variable}”有 {variableSize} 个元素（形状 {variableShape}）；只有单元素的张量才能变成普通的数。</translation>
    </message>
    <message>
        <source>The tensor has several elements; only one with a single element becomes a plain number.</source>
        <translation>这个张量有多个元素；只有单元素的张量才能变成普通的数。</translation>
    </message>
    <message>
        <source>Take one with an index, reduce them with sum() or mean(), or take them all with tolist().</source>
        <translation>用下标取一个，用 sum() 或 mean() 归约，或者用 tolist() 全部取出。</translation>
    </message>
    <message>
        <source>“{condition}” is a tensor with a True or False for each element of “{variable}” (shape {variableShape}); “if” needs a single one.</source>
        <translation>“{condition}”是一个张量，“{variable}”（形状 {variableShape}）的每个元素各对应一个 True 或 False；而“if”只需要一个。</translation>
    </message>
    <message>
        <source>This is a tensor with many truth values; “if” and “and” need a single one.</source>
        <translation>这是含有多个真假值的张量；而“if”和“and”只需要一个。</translation>
    </message>
    <message>
        <source>all() asks whether all are true, any() whether one is. To choose element by element use torch.where.</source>
        <translation>all() 问是否全部为真，any() 问是否有一个为真。要逐个元素选择，请用 torch.where。</translation>
    </message>
    <message>
        <source>The tensor is empty: there is nothing that could be true or false.</source>
        <translation>这个张量是空的：没有可以判断真假的内容。</translation>
    </message>
    <message>
        <source>Ask for its size: x.numel() &gt; 0.</source>
        <translation>请判断它的大小：x.numel() &gt; 0。</translation>
    </message>
    <message>
        <source>“{variable}” is a single number (shape []), and a single number has no length.</source>
        <translation>“{variable}”是单个的数（形状 []），单个的数没有长度。</translation>
    </message>
    <message>
        <source>This is a single number (shape []), and a single number has no length.</source>
        <translation>这是单个的数（形状 []），单个的数没有长度。</translation>
    </message>
    <message>
        <source>numel() counts the elements; a loss is a single number by design.</source>
        <translation>numel() 给出元素的个数；损失本来就是单个的数。</translation>
    </message>
    <message>
        <source>“{variable}” is a single number (shape []): there is nothing to go through.</source>
        <translation>“{variable}”是单个的数（形状 []）：没有可以逐个遍历的内容。</translation>
    </message>
    <message>
        <source>This is a single number (shape []): there is nothing to go through.</source>
        <translation>这是单个的数（形状 []）：没有可以逐个遍历的内容。</translation>
    </message>
    <message>
        <source>“{variable}” is a single number (shape []) and takes no index.</source>
        <translation>“{variable}”是单个的数（形状 []），不接受下标。</translation>
    </message>
    <message>
        <source>This is a single number (shape []) and takes no index.</source>
        <translation>这是单个的数（形状 []），不接受下标。</translation>
    </message>
    <message>
        <source>“{variableAtom}.item()” gives the number.</source>
        <translation>“{variableAtom}.item()”给出这个数。</translation>
    </message>
    <message>
        <source>item() gives the number.</source>
        <translation>item() 给出这个数。</translation>
    </message>
    <message>
        <source>“{variable}” has shape {variableShape}, which is {dims} dimension(s); there are more indices than that.</source>
        <translation>“{variable}”的形状是 {variableShape}，有 {dims} 个维度；下标的个数比它多。</translation>
    </message>
    <message>
        <source>There are {dims} dimension(s), and more indices than that.</source>
        <translation>共有 {dims} 个维度，而下标的个数比它多。</translation>
    </message>
    <message>
        <source>“{variable}” has shape {variableShape}. Counting starts at 0, so along dimension {dim} the indices go from 0 to {last}; {index} is outside.</source>
        <translation>“{variable}”的形状是 {variableShape}。计数从 0 开始，所以沿维度 {dim} 的下标是 0 到 {last}；{index} 越界了。</translation>
    </message>
    <message>
        <source>Counting starts at 0, so along dimension {dim} the indices go from 0 to {last}; {index} is outside.</source>
        <translation>计数从 0 开始，所以沿维度 {dim} 的下标是 0 到 {last}；{index} 越界了。</translation>
    </message>
    <message>
        <source>Dimension {dim} is empty; there is no index {index}.</source>
        <translation>维度 {dim} 是空的，没有下标 {index}。</translation>
    </message>
    <message>
        <source>An index is beyond the end.</source>
        <translation>有一个下标越界了。</translation>
    </message>
    <message>
        <source>A slice of a tensor goes forward only.</source>
        <translation>张量的切片只能向前。</translation>
    </message>
    <message>
        <source>torch.flip(x, [0]) turns it round.</source>
        <translation>torch.flip(x, [0]) 把它倒过来。</translation>
    </message>
    <message>
        <source>With a step of 0 one never gets on.</source>
        <translation>步长为 0 时永远不会前进。</translation>
    </message>
    <message>
        <source>With this step one never comes from the first number to the last.</source>
        <translation>用这个步长，从第一个数永远到不了最后一个数。</translation>
    </message>
    <message>
        <source>An index is a whole number, a slice such as 1:3, None, a list of places or a mask of True and False.</source>
        <translation>下标可以是整数、1:3 这样的切片、None、位置的列表，或 True 和 False 的掩码。</translation>
    </message>
    <message>
        <source>The mask has shape [{mask}] and the tensor [{shape}]. A mask needs one True or False for each element along dimension {dim}.</source>
        <translation>掩码的形状是 [{mask}]，张量的形状是 [{shape}]。沿维度 {dim} 的每个元素都需要掩码中的一个 True 或 False。</translation>
    </message>
    <message>
        <source>A format such as :.2f is for one number; this has many, or is still a tensor.</source>
        <translation>:.2f 这样的格式用于单个的数；这里有多个数，或者仍是张量。</translation>
    </message>
    <message>
        <source>Take item() of a single value, or print the tensor without a format.</source>
        <translation>取单个值的 item()，或者打印张量时不写格式。</translation>
    </message>
    <message>
        <source>“{none}” is None: there is no gradient there yet.</source>
        <translation>“{none}”是 None：那里还没有梯度。</translation>
    </message>
    <message>
        <source>“{variable}” does not require grad, so none will come. An update such as w = w - lr * w.grad makes a new tensor; do it in place under torch.no_grad().</source>
        <translation>“{variable}”不需要梯度，所以不会有梯度到来。像 w = w - lr * w.grad 这样的更新会生成新的张量；请在 torch.no_grad() 之下原地更新。</translation>
    </message>
    <message>
        <source>“{variable}” is not a leaf: it was computed from other tensors, and .grad is kept for leaves only. After w = w - lr * w.grad, w is such a result.</source>
        <translation>“{variable}”不是叶张量：它是由其他张量算出的，而 .grad 只为叶张量保留。w = w - lr * w.grad 之后，w 就是这样的结果。</translation>
    </message>
    <message>
        <source>Update in place under “with torch.no_grad():”, w -= lr * w.grad, so that it stays the leaf.</source>
        <translation>在“with torch.no_grad():”之下原地更新，w -= lr * w.grad，使它仍是叶张量。</translation>
    </message>
    <message>
        <source>Call backward() before, and check that the loss depends on “{variable}”.</source>
        <translation>先调用 backward()，并确认损失依赖于“{variable}”。</translation>
    </message>
    <message>
        <source>“{none}” is None: {returned} (defined in line {definedLine}) prints its result and does not return it.</source>
        <translation>“{none}”是 None：{returned}（第 {definedLine} 行定义）打印了结果，却没有返回它。</translation>
    </message>
    <message>
        <source>Let it return the value; whoever calls it can print it.</source>
        <translation>让它返回这个值，由调用者打印。</translation>
    </message>
    <message>
        <source>“{none}” is None: {returned} (defined in line {definedLine}) comes to its end without return.</source>
        <translation>“{none}”是 None：{returned}（第 {definedLine} 行定义）运行到结尾也没有 return。</translation>
    </message>
    <message>
        <source>“{none}” is None: “{returned}” in line {returnedLine} returns nothing.</source>
        <translation>“{none}”是 None：第 {returnedLine} 行的“{returned}”没有返回任何值。</translation>
    </message>
    <message>
        <source>“{none}” is None, and None is no number.</source>
        <translation>“{none}”是 None，而 None 不是数。</translation>
    </message>
    <message>
        <source>One of the operands is None, and None is no number.</source>
        <translation>有一个操作数是 None，而 None 不是数。</translation>
    </message>
    <message>
        <source>“{left}” is of type {leftType} and “{right}” of type {rightType}; {operator} is not defined between them.</source>
        <translation>“{left}”的类型是 {leftType}，“{right}”的类型是 {rightType}；它们之间没有定义 {operator}。</translation>
    </message>
    <message>
        <source>{operator} is not defined between the types {leftType} and {rightType}.</source>
        <translation>类型 {leftType} 与 {rightType} 之间没有定义 {operator}。</translation>
    </message>
    <message>
        <source>A list of Python does not compute; torch.tensor makes a tensor of it.</source>
        <translation>Python 列表不能用来计算；torch.tensor 把它变成张量。</translation>
    </message>
    <message>
        <source>float() turns a text into a number, str() a number into a text.</source>
        <translation>float() 把文本变成数，str() 把数变成文本。</translation>
    </message>
    <message>
        <source>Turn one of them into what the other is.</source>
        <translation>把其中一个转换成另一个的类型。</translation>
    </message>
    <message>
        <source>“{left}” is a text and “{right}” is of type {rightType}. + joins texts only.</source>
        <translation>“{left}”是文本，而“{right}”的类型是 {rightType}。+ 只能连接文本。</translation>
    </message>
    <message>
        <source>+ joins a text to a text, not to a value of type {rightType}.</source>
        <translation>+ 把文本与文本连接，不能连接类型为 {rightType} 的值。</translation>
    </message>
    <message>
        <source>Use str(…) around it, or give both to print with a comma between.</source>
        <translation>在它外面写 str(…)，或者把两者用逗号隔开交给 print。</translation>
    </message>
    <message>
        <source>“{left}” is a list, and “{right}” is of type {rightType}. + joins a list to a list.</source>
        <translation>“{left}”是列表，而“{right}”的类型是 {rightType}。+ 把列表与列表连接。</translation>
    </message>
    <message>
        <source>+ joins a list to a list, not to a value of type {rightType}.</source>
        <translation>+ 把列表与列表连接，不能连接类型为 {rightType} 的值。</translation>
    </message>
    <message>
        <source>append adds one element; for arithmetic make a tensor of the list.</source>
        <translation>append 添加一个元素；要做算术，请把列表变成张量。</translation>
    </message>
    <message>
        <source>“{left}” * “{right}”: a list times a whole number repeats it; other products of lists do not exist.</source>
        <translation>“{left}” * “{right}”：列表乘以整数是重复它；列表没有其他的乘积。</translation>
    </message>
    <message>
        <source>A list times a whole number repeats it; other products of lists do not exist.</source>
        <translation>列表乘以整数是重复它；列表没有其他的乘积。</translation>
    </message>
    <message>
        <source>torch.tensor makes a tensor of the list, which is multiplied element by element.</source>
        <translation>torch.tensor 把列表变成张量，张量逐个元素相乘。</translation>
    </message>
    <message>
        <source>{operator} is not defined for values of type {type}.</source>
        <translation>类型为 {type} 的值没有定义 {operator}。</translation>
    </message>
    <message>
        <source>“{left}” is of type {leftType} and “{right}” of type {rightType}; they have no order.</source>
        <translation>“{left}”的类型是 {leftType}，“{right}”的类型是 {rightType}；它们之间没有大小次序。</translation>
    </message>
    <message>
        <source>Values of type {leftType} and of type {rightType} have no order.</source>
        <translation>类型为 {leftType} 与 {rightType} 的值之间没有大小次序。</translation>
    </message>
    <message>
        <source>“{none}” is None: “{returned}” in line {returnedLine} returned nothing.</source>
        <translation>“{none}”是 None：第 {returnedLine} 行的“{returned}”没有返回任何值。</translation>
    </message>
    <message>
        <source>“{container}” is None, and nothing can be taken out of it.</source>
        <translation>“{container}”是 None，从中取不出任何内容。</translation>
    </message>
    <message>
        <source>This is None, and nothing can be taken out of it.</source>
        <translation>这是 None，从中取不出任何内容。</translation>
    </message>
    <message>
        <source>“{container}” is a function. A function is called with round parentheses; square brackets take elements.</source>
        <translation>“{container}”是函数。调用函数用圆括号；方括号用来取元素。</translation>
    </message>
    <message>
        <source>“{container}” is of type {type} and has no elements to take out.</source>
        <translation>“{container}”的类型是 {type}，没有可取的元素。</translation>
    </message>
    <message>
        <source>A value of type {type} has no elements to take out.</source>
        <translation>类型为 {type} 的值没有可取的元素。</translation>
    </message>
    <message>
        <source>A value of type {type} cannot be changed element by element.</source>
        <translation>类型为 {type} 的值不能逐个元素修改。</translation>
    </message>
    <message>
        <source>Build a new one, or use a list.</source>
        <translation>生成一个新的，或者用列表。</translation>
    </message>
    <message>
        <source>The loop takes pairs (“{targets}”), and the elements of “{variable}” are no pairs but of type {type}.</source>
        <translation>循环要的是成对的值（“{targets}”），而“{variable}”的元素不是成对的，类型是 {type}。</translation>
    </message>
    <message>
        <source>enumerate gives pairs of number and element.</source>
        <translation>enumerate 给出编号与元素组成的对。</translation>
    </message>
    <message>
        <source>“{returned}” in line {returnedLine} returned None, and there is nothing in None.</source>
        <translation>第 {returnedLine} 行的“{returned}”返回了 None，而 None 中没有内容。</translation>
    </message>
    <message>
        <source>“{variable}” is of type {type}, and there are no elements in it to go through.</source>
        <translation>“{variable}”的类型是 {type}，其中没有可以逐个遍历的元素。</translation>
    </message>
    <message>
        <source>A value of type {type} has no elements to go through.</source>
        <translation>类型为 {type} 的值没有可以逐个遍历的元素。</translation>
    </message>
    <message>
        <source>To count, write range({variable}).</source>
        <translation>要计数，请写 range({variable})。</translation>
    </message>
    <message>
        <source>To count, write range(…).</source>
        <translation>要计数，请写 range(…)。</translation>
    </message>
    <message>
        <source>“{variable}” is of type {type}, and that has no length.</source>
        <translation>“{variable}”的类型是 {type}，它没有长度。</translation>
    </message>
    <message>
        <source>A value of type {type} has no length.</source>
        <translation>类型为 {type} 的值没有长度。</translation>
    </message>
    <message>
        <source>What stands behind with must be made by a call: torch.no_grad() with its parentheses.</source>
        <translation>with 后面必须是一次调用的结果：torch.no_grad() 要带括号。</translation>
    </message>
    <message>
        <source>A value of type {type} can change, so it can be no key of a dict and no element of a set. Use a tuple.</source>
        <translation>类型为 {type} 的值可以改变，所以不能作为字典的键，也不能作为集合的元素。请用元组。</translation>
    </message>
    <message>
        <source>“{variable}” gives more than {wanted} values, and there are {wanted} names for them (“{targets}”).</source>
        <translation>“{variable}”给出的值多于 {wanted} 个，而接收它们的名称有 {wanted} 个（“{targets}”）。</translation>
    </message>
    <message>
        <source>There are more values than the {wanted} names for them.</source>
        <translation>值的个数多于接收它们的 {wanted} 个名称。</translation>
    </message>
    <message>
        <source>enumerate(x) gives pairs of number and element; items() of a dict gives pairs of key and value.</source>
        <translation>enumerate(x) 给出编号与元素组成的对；字典的 items() 给出键与值组成的对。</translation>
    </message>
    <message>
        <source>“{variable}” gives {got} value(s), and there are {wanted} names for them (“{targets}”).</source>
        <translation>“{variable}”给出 {got} 个值，而接收它们的名称有 {wanted} 个（“{targets}”）。</translation>
    </message>
    <message>
        <source>There are {wanted} names and only {got} value(s).</source>
        <translation>有 {wanted} 个名称，却只有 {got} 个值。</translation>
    </message>
    <message>
        <source>“{container}” is empty: there is no element to take.</source>
        <translation>“{container}”是空的：没有元素可取。</translation>
    </message>
    <message>
        <source>“{container}” has {containerSize} element(s). Counting starts at 0, so the last has index {last}; “{index}” is {indexValue} here.</source>
        <translation>“{container}”有 {containerSize} 个元素。计数从 0 开始，所以最后一个的下标是 {last}；“{index}”在这里是 {indexValue}。</translation>
    </message>
    <message>
        <source>“{container}” has {containerSize} element(s). Counting starts at 0, so the last has index {last}.</source>
        <translation>“{container}”有 {containerSize} 个元素。计数从 0 开始，所以最后一个的下标是 {last}。</translation>
    </message>
    <message>
        <source>The index is beyond the end. Counting starts at 0, so the last index is one less than the length.</source>
        <translation>下标越界了。计数从 0 开始，所以最后一个下标比长度小一。</translation>
    </message>
    <message>
        <source>This number is too large to be an index.</source>
        <translation>这个数太大，不能作为下标。</translation>
    </message>
    <message>
        <source>The {type} is empty: there is nothing left to take.</source>
        <translation>这个 {type} 是空的：没有可取的内容了。</translation>
    </message>
    <message>
        <source>“{container}” has no key {key}. There is &apos;{meant}&apos;: was that meant?</source>
        <translation>“{container}”没有键 {key}。有一个“{meant}”：是不是想写它？</translation>
    </message>
    <message>
        <source>“{container}” has no key {key}; its keys are {keys}.</source>
        <translation>“{container}”没有键 {key}；它的键是 {keys}。</translation>
    </message>
    <message>
        <source>There is no key {key}.</source>
        <translation>没有键 {key}。</translation>
    </message>
    <message>
        <source>The value is not in the list. Ask first: if x in values.</source>
        <translation>这个值不在列表中。请先判断：if x in values。</translation>
    </message>
    <message>
        <source>The loop goes through something that grows or shrinks meanwhile. Loop over a copy: list(x).</source>
        <translation>循环遍历的内容在遍历期间增多或减少了。请遍历它的副本：list(x)。</translation>
    </message>
    <message>
        <source>The iterator has come to its end. A for loop ends there by itself; next(x, None) gives None.</source>
        <translation>迭代器已到尽头。for 循环会自己在那里结束；next(x, None) 给出 None。</translation>
    </message>
    <message>
        <source>“{variable}” is of type {type}, and a whole number is needed here.</source>
        <translation>“{variable}”的类型是 {type}，而这里需要整数。</translation>
    </message>
    <message>
        <source>A whole number is needed here, not one of type {type}.</source>
        <translation>这里需要整数，而不是类型为 {type} 的值。</translation>
    </message>
    <message>
        <source>/ always gives a decimal number, also 10 / 2; // gives a whole one.</source>
        <translation>/ 总是给出小数，10 / 2 也是如此；// 给出整数。</translation>
    </message>
    <message>
        <source>“{variable}” is of type {type}, and {function} takes a number.</source>
        <translation>“{variable}”的类型是 {type}，而 {function} 需要一个数。</translation>
    </message>
    <message>
        <source>A number is needed here, not a value of type {type}.</source>
        <translation>这里需要一个数，而不是类型为 {type} 的值。</translation>
    </message>
    <message>
        <source>The text {text} cannot be read as a number.</source>
        <translation>文本 {text} 无法读成一个数。</translation>
    </message>
    <message>
        <source>“{variable}” is {variableValue} here, and {function} of it is no real number.</source>
        <translation>“{variable}”在这里是 {variableValue}，它的 {function} 不是实数。</translation>
    </message>
    <message>
        <source>{function} has no real value here: a logarithm needs a positive number, a root one that is not negative.</source>
        <translation>{function} 在这里没有实数值：对数需要正数，平方根需要非负数。</translation>
    </message>
    <message>
        <source>The function has no real value here.</source>
        <translation>这个函数在这里没有实数值。</translation>
    </message>
    <message>
        <source>torch would give nan or -inf in its place.</source>
        <translation>换作 torch 会给出 nan 或 -inf。</translation>
    </message>
    <message>
        <source>The result is larger than a decimal number can be (about 1.8e308): “{expression}”.</source>
        <translation>结果超出了小数所能表示的范围（约 1.8e308）：“{expression}”。</translation>
    </message>
    <message>
        <source>The result is larger than a decimal number can be (about 1.8e308).</source>
        <translation>结果超出了小数所能表示的范围（约 1.8e308）。</translation>
    </message>
    <message>
        <source>Work with logarithms, or with smaller steps.</source>
        <translation>用对数计算，或用较小的步长。</translation>
    </message>
    <message>
        <source>0 to a negative power is 1 divided by 0, which plain Python refuses. torch would give inf.</source>
        <translation>0 的负数次幂是 1 除以 0，纯 Python 不允许。torch 会给出 inf。</translation>
    </message>
    <message>
        <source>“{divisor}” is {divisorValue} here, and plain Python does not divide by 0.</source>
        <translation>“{divisor}”在这里是 {divisorValue}，而纯 Python 不能除以 0。</translation>
    </message>
    <message>
        <source>“{divisor}” is 0 here, and plain Python does not divide by 0.</source>
        <translation>“{divisor}”在这里是 0，而纯 Python 不能除以 0。</translation>
    </message>
    <message>
        <source>Plain Python does not divide by 0.</source>
        <translation>纯 Python 不能除以 0。</translation>
    </message>
    <message>
        <source>A tensor would give inf or nan. Check the divisor before.</source>
        <translation>张量会给出 inf 或 nan。请先检查除数。</translation>
    </message>
    <message>
        <source>“{divisor}” is 0 here, and whole numbers have no infinity.</source>
        <translation>“{divisor}”在这里是 0，而整数没有无穷大。</translation>
    </message>
    <message>
        <source>The divisor is 0, and whole numbers have no infinity.</source>
        <translation>除数是 0，而整数没有无穷大。</translation>
    </message>
    <message>
        <source>With decimal numbers the result would be inf or nan.</source>
        <translation>如果用小数，结果会是 inf 或 nan。</translation>
    </message>
    <message>
        <source>A function calls itself again and again without coming to an end.</source>
        <translation>一个函数不断调用自己，没有尽头。</translation>
    </message>
    <message>
        <source>It needs a case that returns without calling itself.</source>
        <translation>它需要一种不再调用自己就返回的情形。</translation>
    </message>
    <message>
        <source>raise and except take exceptions, such as ValueError.</source>
        <translation>raise 和 except 需要异常，例如 ValueError。</translation>
    </message>
    <message>
        <source>This method is there to be written by a class derived from this one.</source>
        <translation>这个方法要由派生的类来编写。</translation>
    </message>
    <message>
        <source>The program asserts “{condition}”, and that is not true here: “{left}” is {leftValue}, “{right}” is {rightValue}.</source>
        <translation>程序断言“{condition}”，而这里并不成立：“{left}”是 {leftValue}，“{right}”是 {rightValue}。</translation>
    </message>
    <message>
        <source>The program asserts “{condition}”, and that is not true here: “{left}” is {leftValue}.</source>
        <translation>程序断言“{condition}”，而这里并不成立：“{left}”是 {leftValue}。</translation>
    </message>
    <message>
        <source>The program asserts “{condition}”, and that is not true here.</source>
        <translation>程序断言“{condition}”，而这里并不成立。</translation>
    </message>
    <message>
        <source>The program asserts something that is not true here.</source>
        <translation>程序所断言的内容在这里并不成立。</translation>
    </message>
    <message>
        <source>“{left}” has shape {leftShape} and “{right}” has shape {rightShape}. Shapes are compared from the right; two sizes fit if they are equal or one of them is 1.</source>
        <translation>“{left}”的形状是 {leftShape}，“{right}”的形状是 {rightShape}。形状从右边开始比较；两个大小相等或其中一个为 1 时才相配。</translation>
    </message>
    <message>
        <source>Shapes are compared from the right; two sizes fit if they are equal or one of them is 1.</source>
        <translation>形状从右边开始比较；两个大小相等或其中一个为 1 时才相配。</translation>
    </message>
    <message>
        <source>In dimension {dim} there are {a} and {b}: neither is repeated for the other.</source>
        <translation>在维度 {dim} 上是 {a} 和 {b}：哪一个都不能为另一个而重复。</translation>
    </message>
    <message>
        <source>Check which axis is which; unsqueeze() or reshape() adds a size of 1 where numbers are to be repeated.</source>
        <translation>请检查各轴的对应关系；在需要重复的地方，unsqueeze() 或 reshape() 可以添加大小为 1 的维度。</translation>
    </message>
    <message>
        <source>“{left}” has shape {leftShape}: {inner} numbers in a row. “{layer}” takes {other} in a row.</source>
        <translation>“{left}”的形状是 {leftShape}：每行 {inner} 个数。“{layer}”要求每行 {other} 个。</translation>
    </message>
    <message>
        <source>What goes into “{layer}” has {inner} numbers in a row, and it takes {other}.</source>
        <translation>送入“{layer}”的内容每行有 {inner} 个数，而它要求 {other} 个。</translation>
    </message>
    <message>
        <source>Give the layer as many inputs as a row has numbers, or reshape what goes in.</source>
        <translation>让层的输入个数等于一行中数的个数，或者改变送入内容的形状。</translation>
    </message>
    <message>
        <source>“{left}” has shape {leftShape} and “{right}” has shape {rightShape}. A product of matrices needs as many columns on the left ({inner}) as rows on the right ({other}).</source>
        <translation>“{left}”的形状是 {leftShape}，“{right}”的形状是 {rightShape}。矩阵相乘要求左边的列数（{inner}）等于右边的行数（{other}）。</translation>
    </message>
    <message>
        <source>The left matrix is {leftSizes} and the right one {rightSizes}. A product of matrices needs as many columns on the left ({inner}) as rows on the right ({other}).</source>
        <translation>左边的矩阵是 {leftSizes}，右边的是 {rightSizes}。矩阵相乘要求左边的列数（{inner}）等于右边的行数（{other}）。</translation>
    </message>
    <message>
        <source>Transpose one of them (“{rightAtom}.T”) if its rows and columns were swapped, or use * to multiply element by element.</source>
        <translation>如果行和列弄反了，请转置其中一个（“{rightAtom}.T”）；或者用 * 逐个元素相乘。</translation>
    </message>
    <message>
        <source>Transpose one of them if its rows and columns were swapped, or use * to multiply element by element.</source>
        <translation>如果行和列弄反了，请转置其中一个；或者用 * 逐个元素相乘。</translation>
    </message>
    <message>
        <source>“{variable}” has shape {variableShape}, which is {size} numbers. They do not fill [{wanted}].</source>
        <translation>“{variable}”的形状是 {variableShape}，共 {size} 个数，填不满 [{wanted}]。</translation>
    </message>
    <message>
        <source>{size} numbers do not fill the shape [{wanted}].</source>
        <translation>{size} 个数与形状 [{wanted}] 不符。</translation>
    </message>
    <message>
        <source>Reshaping keeps every number: the product of the sizes must stay the same. One size may be -1, and is then worked out.</source>
        <translation>改变形状时每个数都保留：各个大小的乘积必须不变。可以有一个大小写成 -1，由计算得出。</translation>
    </message>
    <message>
        <source>cat puts tensors one after the other along dimension {dim}; in all others their sizes must be the same. Tensor number {number} has {size} where the first has {wanted}.</source>
        <translation>cat 沿维度 {dim} 把张量首尾相接；在其他维度上，它们的大小必须相同。第 {number} 个张量是 {size}，而第一个是 {wanted}。</translation>
    </message>
    <message>
        <source>The tensors have {wanted} and {size} dimensions; cat needs the same number of dimensions for all.</source>
        <translation>这些张量有 {wanted} 个和 {size} 个维度；cat 要求维度个数都相同。</translation>
    </message>
    <message>
        <source>Choose another dim, or use stack for a new dimension.</source>
        <translation>换一个 dim，或者用 stack 得到新的维度。</translation>
    </message>
    <message>
        <source>A single number has no dimension to be put behind another along.</source>
        <translation>单个的数没有可以沿着它与另一个相接的维度。</translation>
    </message>
    <message>
        <source>Use torch.stack, which makes a new dimension.</source>
        <translation>用 torch.stack，它会生成新的维度。</translation>
    </message>
    <message>
        <source>The list of tensors is empty, so there is nothing to join.</source>
        <translation>张量的列表是空的，没有可以连接的内容。</translation>
    </message>
    <message>
        <source>Check that the loop that fills the list has run.</source>
        <translation>请确认填充列表的循环确实运行过。</translation>
    </message>
    <message>
        <source>stack lays tensors over each other, so all must have one shape. The first has shape [{first}], number {number} has shape [{second}].</source>
        <translation>stack 把张量叠在一起，所以它们的形状必须相同。第一个的形状是 [{first}]，第 {number} 个的形状是 [{second}]。</translation>
    </message>
    <message>
        <source>Use cat to put tensors of different lengths one after the other.</source>
        <translation>用 cat 把长度不同的张量首尾相接。</translation>
    </message>
    <message>
        <source>The shapes {leftSizes} and {rightSizes} do not fit. They are compared from the right; two sizes fit if they are equal or one of them is 1.</source>
        <translation>形状 {leftSizes} 与 {rightSizes} 不相配。它们从右边开始比较；两个大小相等或其中一个为 1 时才相配。</translation>
    </message>
    <message>
        <source>reshape or None in an index ([:, None]) adds a size of 1.</source>
        <translation>reshape，或下标中的 None（[:, None]），可以添加大小为 1 的维度。</translation>
    </message>
    <message>
        <source>A product of matrices needs as many columns on the left as rows on the right.</source>
        <translation>矩阵相乘要求左边的列数等于右边的行数。</translation>
    </message>
    <message>
        <source>Transpose one of them with .T, or use * to multiply element by element.</source>
        <translation>用 .T 转置其中一个，或者用 * 逐个元素相乘。</translation>
    </message>
    <message>
        <source>“{left}” has shape {leftShape} and “{right}” has shape {rightShape}. A matrix times a vector needs as many columns as the vector has elements.</source>
        <translation>“{left}”的形状是 {leftShape}，“{right}”的形状是 {rightShape}。矩阵乘向量要求列数等于向量的元素个数。</translation>
    </message>
    <message>
        <source>A matrix times a vector needs as many columns as the vector has elements.</source>
        <translation>矩阵乘向量要求列数等于向量的元素个数。</translation>
    </message>
    <message>
        <source>“{left}” has {leftSize} elements and “{right}” has {rightSize}. A dot product multiplies them pair by pair, so both need the same number.</source>
        <translation>“{left}”有 {leftSize} 个元素，“{right}”有 {rightSize} 个。点积把它们逐对相乘，所以两者的个数必须相同。</translation>
    </message>
    <message>
        <source>The vectors have {leftSize} and {rightSize} elements. A dot product multiplies them pair by pair, so both need the same number.</source>
        <translation>两个向量各有 {leftSize} 个和 {rightSize} 个元素。点积把它们逐对相乘，所以两者的个数必须相同。</translation>
    </message>
    <message>
        <source>dot is for two vectors. Here “{left}” has shape {leftShape} and “{right}” has shape {rightShape}.</source>
        <translation>dot 用于两个向量。这里“{left}”的形状是 {leftShape}，“{right}”的形状是 {rightShape}。</translation>
    </message>
    <message>
        <source>dot is for two vectors. Here there are {leftDims} and {rightDims} dimensions.</source>
        <translation>dot 用于两个向量。这里的维度个数是 {leftDims} 和 {rightDims}。</translation>
    </message>
    <message>
        <source>Use @ (torch.matmul) for matrices, or (a * b).sum() for the sum of all products.</source>
        <translation>矩阵请用 @（torch.matmul），所有乘积之和请用 (a * b).sum()。</translation>
    </message>
    <message>
        <source>This operation is for matrices. “{left}” has shape {leftShape}, “{right}” has shape {rightShape}.</source>
        <translation>这个运算用于矩阵。“{left}”的形状是 {leftShape}，“{right}”的形状是 {rightShape}。</translation>
    </message>
    <message>
        <source>This operation is for matrices, and one of its operands is none.</source>
        <translation>这个运算用于矩阵，而有一个操作数不是矩阵。</translation>
    </message>
    <message>
        <source>@ (torch.matmul) also takes vectors; reshape turns a vector into a matrix of one row or one column; * multiplies with a number.</source>
        <translation>@（torch.matmul）也接受向量；reshape 把向量变成一行或一列的矩阵；* 用来与数相乘。</translation>
    </message>
    <message>
        <source>bmm multiplies matrices pair by pair: the second batch should begin with the sizes {wanted}, and begins with {got}.</source>
        <translation>bmm 把矩阵逐对相乘：第二批的大小应当以 {wanted} 开头，实际以 {got} 开头。</translation>
    </message>
    <message>
        <source>Only one size can be worked out from the others, so only one may be -1.</source>
        <translation>只有一个大小能由其他的算出，所以只能有一个 -1。</translation>
    </message>
    <message>
        <source>view only looks at the numbers in another shape, in the order in which they lie in memory; after a transposition they lie in another order.</source>
        <translation>view 只是按内存中的次序用另一种形状来看这些数；转置之后，它们的次序就不同了。</translation>
    </message>
    <message>
        <source>reshape copies them where that is needed.</source>
        <translation>需要时 reshape 会复制它们。</translation>
    </message>
    <message>
        <source>Only a dimension of size 1 can be expanded. Here dimension {dim} has size {size}, and {wanted} is wanted.</source>
        <translation>只有大小为 1 的维度才能扩展。这里维度 {dim} 的大小是 {size}，而要求的是 {wanted}。</translation>
    </message>
    <message>
        <source>repeat copies numbers; unsqueeze adds a dimension of size 1.</source>
        <translation>repeat 复制数值；unsqueeze 添加一个大小为 1 的维度。</translation>
    </message>
    <message>
        <source>“{variable}” has shape [{shape}] and keeps it when it is changed in place, but the result has shape [{wanted}].</source>
        <translation>“{variable}”的形状是 [{shape}]，原地修改时保持不变，而结果的形状是 [{wanted}]。</translation>
    </message>
    <message>
        <source>A tensor of shape [{shape}] keeps its shape when it is changed in place, but the result has shape [{wanted}].</source>
        <translation>形状为 [{shape}] 的张量在原地修改时保持形状不变，而结果的形状是 [{wanted}]。</translation>
    </message>
    <message>
        <source>Make a new value (x = x + y) in place of changing the old one (x += y).</source>
        <translation>生成新值（x = x + y），不要修改旧的（x += y）。</translation>
    </message>
    <message>
        <source>“{target}” has shape [{place}], and a value of shape [{value}] does not fit into it.</source>
        <translation>“{target}”的形状是 [{place}]，形状为 [{value}] 的值放不进去。</translation>
    </message>
    <message>
        <source>A value of shape [{value}] does not fit into a place of shape [{place}].</source>
        <translation>形状为 [{value}] 的值放不进形状为 [{place}] 的位置。</translation>
    </message>
    <message>
        <source>A size of {size} was asked for. A dimension has 0 elements or more.</source>
        <translation>要求的大小是 {size}。一个维度至少有 0 个元素。</translation>
    </message>
    <message>
        <source>Print the number that the size is computed from.</source>
        <translation>把用来计算大小的那个数打印出来看看。</translation>
    </message>
    <message>
        <source>The rows of a tensor are all of one length. Here one has {wanted} elements and another {got}.</source>
        <translation>张量的各行长度都相同。这里有一行有 {wanted} 个元素，另一行有 {got} 个。</translation>
    </message>
    <message>
        <source>“{variable}” has shape {variableShape}: its {dims} dimension(s) are numbered from 0 on, or from -1 backwards. There is no dimension {dim}.</source>
        <translation>“{variable}”的形状是 {variableShape}：它的 {dims} 个维度从 0 开始编号，或从 -1 倒着编号。没有维度 {dim}。</translation>
    </message>
    <message>
        <source>Dimensions are numbered from {least} to {most} here. There is no dimension {dim}.</source>
        <translation>这里的维度编号从 {least} 到 {most}。没有维度 {dim}。</translation>
    </message>
    <message>
        <source>A single number has no dimensions.</source>
        <translation>单个的数没有维度。</translation>
    </message>
    <message>
        <source>“{variable}” is empty (shape {variableShape}), and nothing has no {operation}.</source>
        <translation>“{variable}”是空的（形状 {variableShape}），没有内容就没有 {operation}。</translation>
    </message>
    <message>
        <source>There are no numbers here, and nothing has no {operation}.</source>
        <translation>这里没有数，没有内容就没有 {operation}。</translation>
    </message>
    <message>
        <source>Check the size before.</source>
        <translation>请先检查大小。</translation>
    </message>
    <message>
        <source>The model gave {input} predictions and there are {target} targets. Each prediction needs one target.</source>
        <translation>模型给出 {input} 个预测，而目标有 {target} 个。每个预测都需要一个目标。</translation>
    </message>
    <message>
        <source>Predictions have shape {input} and targets {target}. Elements are paired by place, and shapes that differ would be paired in an unexpected way.</source>
        <translation>预测的形状是 {input}，目标的形状是 {target}。元素按位置配对，形状不同时会以意想不到的方式配对。</translation>
    </message>
    <message>
        <source>Give both one shape, with reshape or squeeze.</source>
        <translation>用 reshape 或 squeeze 使两者形状相同。</translation>
    </message>
    <message>
        <source>Class {target} is not among the classes that the prediction has scores for. Classes are numbered from 0.</source>
        <translation>类别 {target} 不在预测给出得分的类别之中。类别从 0 开始编号。</translation>
    </message>
    <message>
        <source>“{variable}” has no inverse: its rows depend on each other, so its determinant is 0.</source>
        <translation>“{variable}”没有逆矩阵：它的各行线性相关，所以行列式为 0。</translation>
    </message>
    <message>
        <source>The matrix has no inverse: its rows depend on each other, so its determinant is 0.</source>
        <translation>这个矩阵没有逆矩阵：它的各行线性相关，所以行列式为 0。</translation>
    </message>
    <message>
        <source>“{variable}” has shape {variableShape}. Only a square matrix has an inverse or a determinant.</source>
        <translation>“{variable}”的形状是 {variableShape}。只有方阵才有逆矩阵或行列式。</translation>
    </message>
    <message>
        <source>Only a square matrix has an inverse or a determinant.</source>
        <translation>只有方阵才有逆矩阵或行列式。</translation>
    </message>
    <message>
        <source>Several elements here share one place in memory (after expand, for example), so changing one would change the others.</source>
        <translation>这里有几个元素共用内存中的同一个位置（例如在 expand 之后），修改一个就会改变其他的。</translation>
    </message>
    <message>
        <source>Change a clone().</source>
        <translation>修改它的 clone()。</translation>
    </message>
    <message>
        <source>The {what} in line {header} ends with a colon: what belongs to it stands below, indented by four spaces. Line {line} is not indented.</source>
        <translation>第 {header} 行的 {what} 以冒号结尾：属于它的内容写在下面，缩进四个空格。第 {line} 行没有缩进。</translation>
    </message>
    <message>
        <source>Line {line} is indented, but the line above it begins no block.</source>
        <translation>第 {line} 行有缩进，但上一行并没有开始一个块。</translation>
    </message>
    <message>
        <source>Let it begin where the line above begins, or look for a colon that is missing there.</source>
        <translation>让它与上一行对齐，或者看看上一行是不是漏了冒号。</translation>
    </message>
    <message>
        <source>Line {line} begins in a column where no line above begins, so it is unclear to which block it belongs.</source>
        <translation>第 {line} 行开始的那一列，上面没有任何一行从那里开始，所以不清楚它属于哪个块。</translation>
    </message>
    <message>
        <source>Some lines are indented with tabs and others with spaces, and Python cannot tell which are deeper.</source>
        <translation>有的行用制表符缩进，有的行用空格，Python 无法判断哪些缩进更深。</translation>
    </message>
    <message>
        <source>Use four spaces everywhere.</source>
        <translation>请一律用四个空格。</translation>
    </message>
    <message>
        <source>The “{bracket}” in line {line} is opened and never closed, so all that follows counts as part of it.</source>
        <translation>第 {line} 行的“{bracket}”没有闭合，所以后面的内容都算作它的一部分。</translation>
    </message>
    <message>
        <source>This “{bracket}” closes what was never opened.</source>
        <translation>这个“{bracket}”没有对应的左括号。</translation>
    </message>
    <message>
        <source>“{open}” is open here, and “{close}” closes another kind of bracket.</source>
        <translation>这里打开的是“{open}”，而“{close}”闭合的是另一种括号。</translation>
    </message>
    <message>
        <source>A text begins with a quote here, and the same quote must end it in the same line.</source>
        <translation>文本在这里以引号开始，必须在同一行以同样的引号结束。</translation>
    </message>
    <message>
        <source>The text that begins in line {opened} with three quotes is never closed.</source>
        <translation>第 {opened} 行以三个引号开始的文本没有结束。</translation>
    </message>
    <message>
        <source>A text that begins with three quotes is never closed.</source>
        <translation>以三个引号开始的文本没有结束。</translation>
    </message>
    <message>
        <source>Brackets or blocks are nested too deeply for Python.</source>
        <translation>括号或块的嵌套对 Python 来说太深了。</translation>
    </message>
    <message>
        <source>One = gives a value to a name; to ask whether two things are equal takes two: ==.</source>
        <translation>一个 = 给名称赋值；要判断两者是否相等，请用两个：==。</translation>
    </message>
    <message>
        <source>In a call, name=value gives an argument by its name, so a name must stand to the left of =.</source>
        <translation>在调用中，name=value 按名称给出参数，所以 = 的左边必须是名称。</translation>
    </message>
    <message>
        <source>To ask whether two things are equal write ==.</source>
        <translation>要判断两者是否相等，请写 ==。</translation>
    </message>
    <message>
        <source>To the left of = stands the name that gets the value; a {what} cannot get one.</source>
        <translation>= 的左边是得到值的名称；{what} 不能被赋值。</translation>
    </message>
    <message>
        <source>Write name = value, or == to compare.</source>
        <translation>写 name = value，比较则写 ==。</translation>
    </message>
    <message>
        <source>The text was damaged when it was pasted. It can be repaired with certainty.</source>
        <translation>文本在粘贴时损坏了，可以准确无误地修复。</translation>
    </message>
    <message>
        <source>Lines that begin a block (def, if, for, while, with, class) end with a colon, and here it is missing.</source>
        <translation>开始一个块的行（def、if、for、while、with、class）以冒号结尾，而这里缺少冒号。</translation>
    </message>
    <message>
        <source>In Python 3 {function} is a function, and what it gets stands in parentheses.</source>
        <translation>在 Python 3 中 {function} 是函数，交给它的内容写在括号里。</translation>
    </message>
    <message>
        <source>Two values stand side by side with nothing between them: a comma or an operator is missing.</source>
        <translation>两个值并排写着，中间什么也没有：缺少逗号或运算符。</translation>
    </message>
    <message>
        <source>The character “{character}” ({code}) is no part of Python. It often comes from a web page or a text editor.</source>
        <translation>字符“{character}”（{code}）不属于 Python。它往往来自网页或文字处理软件。</translation>
    </message>
    <message>
        <source>There is a character here that cannot be seen ({code}). It often comes from a web page.</source>
        <translation>这里有一个看不见的字符（{code}）。它往往来自网页。</translation>
    </message>
    <message>
        <source>Type it again: straight quotes &apos; and &quot;, a plain minus -, plain brackets.</source>
        <translation>请重新输入：直引号 &apos; 和 &quot;、普通的减号 -、普通的括号。</translation>
    </message>
    <message>
        <source>A whole number does not begin with 0.</source>
        <translation>整数不以 0 开头。</translation>
    </message>
    <message>
        <source>A name cannot begin with a digit, and Python does not multiply by itself: write the star, 2 * x.</source>
        <translation>名称不能以数字开头，Python 也不会自动相乘：请写出星号，2 * x。</translation>
    </message>
    <message>
        <source>This is no number. A name cannot begin with a digit, and a product needs its star: 2 * x.</source>
        <translation>这不是数。名称不能以数字开头，乘积要写星号：2 * x。</translation>
    </message>
    <message>
        <source>A backslash at the end of a line means that the line goes on below; nothing may follow it, not even a space.</source>
        <translation>行末的反斜杠表示下一行是它的继续；它后面不能再有任何字符，空格也不行。</translation>
    </message>
    <message>
        <source>“{keyword}” belongs inside a function; this line is outside of every function. Is its indentation right?</source>
        <translation>“{keyword}”应当在函数之内，而这一行在所有函数之外。它的缩进对吗？</translation>
    </message>
    <message>
        <source>“{keyword}” belongs inside a loop; this line is outside of every loop. Is its indentation right?</source>
        <translation>“{keyword}”应当在循环之内，而这一行在所有循环之外。它的缩进对吗？</translation>
    </message>
    <message>
        <source>try needs an except below it that says what to do when something goes wrong, or a finally.</source>
        <translation>try 下面要有 except，说明出错时怎么办，或者要有 finally。</translation>
    </message>
    <message>
        <source>In a call, arguments without a name come first, those with a name after them.</source>
        <translation>在调用中，不带名称的参数在前，带名称的在后。</translation>
    </message>
    <message>
        <source>Parameters with a default come after those without.</source>
        <translation>有默认值的参数排在没有默认值的之后。</translation>
    </message>
    <message>
        <source>Two parameters are called “{name}”.</source>
        <translation>有两个参数都叫“{name}”。</translation>
    </message>
    <message>
        <source>“{name}” is given twice.</source>
        <translation>“{name}”给了两次。</translation>
    </message>
    <message>
        <source>“a if condition” as a value needs its other side: “a if condition else b”.</source>
        <translation>“a if 条件”作为值还缺另一半：“a if 条件 else b”。</translation>
    </message>
    <message>
        <source>“{what} {name}” must come before the name is used in the function.</source>
        <translation>“{what} {name}”必须写在函数使用该名称之前。</translation>
    </message>
    <message>
        <source>Something is wrong between the braces of this f-string. To show a brace itself, write it twice.</source>
        <translation>这个 f-string 的花括号之间有错误。要显示花括号本身，请写两个。</translation>
    </message>
    <message>
        <source>The program ends in the middle of something: a bracket or a block is not finished.</source>
        <translation>程序在中途就结束了：有括号或块没有完成。</translation>
    </message>
    <message>
        <source>Python cannot read line {line} from the marked place on. “{meant}” may be meant.</source>
        <translation>从标出的位置起，Python 无法读懂第 {line} 行。可能是想写“{meant}”。</translation>
    </message>
    <message>
        <source>Python cannot read line {line} from the marked place on.</source>
        <translation>从标出的位置起，Python 无法读懂第 {line} 行。</translation>
    </message>
    <message>
        <source>Often something is missing just before it: a bracket, a comma, an operator, a colon, in this line or in the one above.</source>
        <translation>往往是在它前面漏了什么：括号、逗号、运算符或冒号，可能在这一行，也可能在上一行。</translation>
    </message>
    <message>
        <source>Leave out the module %1: nothing here takes what it gives</source>
        <translation>去掉模块 %1：这里没有用到它给出的结果</translation>
    </message>
</context>
<context>
    <name>Punctuation</name>
    <message>
        <source> </source>
        <comment>between two sentences</comment>
        <translation>​</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the members of a list</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>It comes from %1, which was not finite before.</source>
        <translation>它来自 %1，在此之前那里就已经不是有限的了。</translation>
    </message>
    <message>
        <source>The reason: the logarithm of 0 is −∞.</source>
        <translation>原因：0 的对数是 −∞。</translation>
    </message>
    <message>
        <source>The reason: the logarithm of a negative number does not exist.</source>
        <translation>原因：负数没有对数。</translation>
    </message>
    <message>
        <source>The reason: the square root of a negative number does not exist.</source>
        <translation>原因：负数没有平方根。</translation>
    </message>
    <message>
        <source>The reason: a negative number to a power that is not whole does not exist.</source>
        <translation>原因：负数没有非整数次幂。</translation>
    </message>
    <message>
        <source>The reason: a division by 0.</source>
        <translation>原因：除以 0。</translation>
    </message>
    <message>
        <source>The reason: 0 divided by 0 has no value.</source>
        <translation>原因：0 除以 0 没有值。</translation>
    </message>
    <message>
        <source>The reason: ∞ − ∞ has no value.</source>
        <translation>原因：∞ − ∞ 没有值。</translation>
    </message>
    <message>
        <source>The reason: 0 · ∞ has no value.</source>
        <translation>原因：0 · ∞ 没有值。</translation>
    </message>
    <message>
        <source>The reason: ∞ divided by ∞ has no value.</source>
        <translation>原因：∞ 除以 ∞ 没有值。</translation>
    </message>
    <message>
        <source>The reason: the argument %1 lies outside the domain.</source>
        <translation>原因：参数 %1 在定义域之外。</translation>
    </message>
    <message>
        <source>The reason: an argument lies outside the domain.</source>
        <translation>原因：有一个参数在定义域之外。</translation>
    </message>
    <message>
        <source>The reason: the number is too large for floating point. What goes in is finite.</source>
        <translation>原因：这个数超出了浮点数的范围。送进来的是有限的。</translation>
    </message>
    <message>
        <source>What goes in is finite: it arises here.</source>
        <translation>送进来的是有限的：它就在这里产生。</translation>
    </message>
    <message>
        <source>The reason: %1 has no finite slope where its argument is 0.</source>
        <translation>原因：%1 在参数为 0 处没有有限的斜率。</translation>
    </message>
    <message>
        <source>The reason: the local derivative of %1 is not finite here.</source>
        <translation>原因：%1 的局部导数在这里不是有限的。</translation>
    </message>
    <message>
        <source>What arrives now is finite; what had arrived before is not.</source>
        <translation>现在到达的是有限的，而之前到达的不是。</translation>
    </message>
    <message>
        <source>The reason for the 0: the adjoint of %1 is 0 already.</source>
        <translation>为 0 的原因：%1 的伴随值已经是 0。</translation>
    </message>
    <message>
        <source>The reason for the 0: a dead relu. Its argument %1 is not positive, and there its slope is 0.</source>
        <translation>为 0 的原因：relu 不起作用。它的参数 %1 不是正数，那里的斜率为 0。</translation>
    </message>
    <message>
        <source>The reason for the 0: dead relus. No argument is positive, and there the slope is 0.</source>
        <translation>为 0 的原因：relu 不起作用。没有一个参数是正数，那里的斜率为 0。</translation>
    </message>
    <message>
        <source>The reason for the 0: the argument lies outside the bounds, where the slope is 0.</source>
        <translation>为 0 的原因：参数在上下界之外，那里的斜率为 0。</translation>
    </message>
    <message>
        <source>The reason for the 0: the other factor, %1, is 0.</source>
        <translation>为 0 的原因：另一个因子 %1 是 0。</translation>
    </message>
    <message>
        <source>The reason for the 0: a power is flat where its argument is 0.</source>
        <translation>为 0 的原因：幂在参数为 0 处是平的。</translation>
    </message>
    <message>
        <source>The reason for the 0: saturation. At %1 the slope of %2 is too small for floating point.</source>
        <translation>为 0 的原因：饱和。在 %1 处，%2 的斜率小到浮点数无法表示。</translation>
    </message>
    <message>
        <source>The reason for the 0: saturation. The slope of %1 is too small for floating point.</source>
        <translation>为 0 的原因：饱和。%1 的斜率小到浮点数无法表示。</translation>
    </message>
    <message>
        <source>The reason for the 0: %1 is flat between its jumps, so its slope is 0 everywhere.</source>
        <translation>为 0 的原因：%1 在跳跃之间是平的，所以它的斜率处处为 0。</translation>
    </message>
    <message>
        <source>The reason for the 0: the other operand was picked.</source>
        <translation>为 0 的原因：取的是另一个操作数。</translation>
    </message>
    <message>
        <source>The reason for the 0: the slope of %1 is 0 here.</source>
        <translation>为 0 的原因：%1 的斜率在这里为 0。</translation>
    </message>
    <message>
        <source>This is why %1 has no gradient: only what detach() left behind leads from it to the output.</source>
        <translation>%1 没有梯度的原因就在这里：从它到输出的路径被 detach() 截断了。</translation>
    </message>
</context>
<context>
    <name>RepairWords</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>prompts such as %1</source>
        <translation>%1 这样的提示符</translation>
    </message>
    <message>
        <source>output between the code</source>
        <translation>夹在代码之间的输出</translation>
    </message>
    <message>
        <source>marks of a code block such as %1</source>
        <translation>%1 这样的代码块标记</translation>
    </message>
    <message>
        <source>text around the code</source>
        <translation>代码前后的文字</translation>
    </message>
    <message>
        <source>HTML entities such as %1</source>
        <translation>%1 这样的 HTML 实体</translation>
    </message>
    <message>
        <source>HTML tags such as %1</source>
        <translation>%1 这样的 HTML 标签</translation>
    </message>
    <message>
        <source>curly quotes such as %1</source>
        <translation>%1 这样的弯引号</translation>
    </message>
    <message>
        <source>full-width signs such as %1</source>
        <translation>%1 这样的全角符号</translation>
    </message>
    <message>
        <source>typographic signs such as %1</source>
        <translation>%1 这样的排版符号</translation>
    </message>
    <message>
        <source>special spaces, %1</source>
        <translation>特殊空格 %1</translation>
    </message>
    <message>
        <source>special line breaks, %1</source>
        <translation>特殊换行符 %1</translation>
    </message>
    <message>
        <source>invisible characters, %1</source>
        <translation>不可见字符 %1</translation>
    </message>
    <message>
        <source>line numbers</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>marks of a quotation or a diff such as %1</source>
        <translation>%1 这样的引用或差异标记</translation>
    </message>
    <message>
        <source>tabs mixed with spaces</source>
        <translation>混用的制表符与空格</translation>
    </message>
    <message>
        <source>lost indentation</source>
        <translation>丢失的缩进</translation>
    </message>
    <message>
        <source>calls for help such as %1</source>
        <translation>%1 这样的求助标记</translation>
    </message>
    <message>
        <source>The prompt “%1” is no part of the program and was removed.</source>
        <translation>提示符“%1”不属于程序，已删除。</translation>
    </message>
    <message>
        <source>Output, “%1”, was removed.</source>
        <translation>输出“%1”已删除。</translation>
    </message>
    <message>
        <source>The mark of a code block, “%1”, was removed.</source>
        <translation>代码块标记“%1”已删除。</translation>
    </message>
    <message>
        <source>Text around the code, “%1”, was removed.</source>
        <translation>代码前后的文字“%1”已删除。</translation>
    </message>
    <message>
        <source>The HTML entity %1 stands for “%2”.</source>
        <translation>HTML 实体 %1 表示“%2”。</translation>
    </message>
    <message>
        <source>The HTML tag %1 was removed.</source>
        <translation>HTML 标签 %1 已删除。</translation>
    </message>
    <message>
        <source>The curly quote %1 became %2.</source>
        <translation>弯引号 %1 改成了 %2。</translation>
    </message>
    <message>
        <source>The full-width sign %1 became %2.</source>
        <translation>全角符号 %1 改成了 %2。</translation>
    </message>
    <message>
        <source>The sign %1 became %2.</source>
        <translation>符号 %1 改成了 %2。</translation>
    </message>
    <message>
        <source>A special space (%1) became an ordinary one.</source>
        <translation>特殊空格（%1）改成了普通空格。</translation>
    </message>
    <message>
        <source>A special line break (%1) became an ordinary one.</source>
        <translation>特殊换行符（%1）改成了普通换行符。</translation>
    </message>
    <message>
        <source>An invisible character (%1) was removed.</source>
        <translation>不可见字符（%1）已删除。</translation>
    </message>
    <message>
        <source>The line number %1 was removed.</source>
        <translation>行号 %1 已删除。</translation>
    </message>
    <message>
        <source>The mark “%1” of a quotation or a diff was removed.</source>
        <translation>引用或差异标记“%1”已删除。</translation>
    </message>
    <message>
        <source>Tabs became spaces.</source>
        <translation>制表符改成了空格。</translation>
    </message>
    <message>
        <source>Lost indentation was put back.</source>
        <translation>恢复了丢失的缩进。</translation>
    </message>
    <message>
        <source>The call for help, “%1”, was removed.</source>
        <translation>求助标记“%1”已删除。</translation>
    </message>
    <message>
        <source>Tabs and spaces are mixed, and how wide a tab was cannot be told. Indent these lines with spaces.</source>
        <translation>制表符与空格混用，无法得知制表符有多宽。请用空格缩进这些行。</translation>
    </message>
    <message>
        <source>Indentation was lost, and which lines belong to the block cannot be told. Indent them by four spaces.</source>
        <translation>缩进丢失，无法得知哪些行属于这个块。请把它们缩进四个空格。</translation>
    </message>
    <message>
        <source>This paste is damaged.</source>
        <translation>粘贴的内容有损坏。</translation>
    </message>
    <message>
        <source>This looks pasted: %1.</source>
        <translation>这看起来是粘贴来的：%1。</translation>
    </message>
</context>
<context>
    <name>SessionFile</name>
    <message>
        <source>A text in it is longer than %1 characters.</source>
        <translation>其中有文本超过 %1 个字符。</translation>
    </message>
    <message>
        <source>It is nested more than %1 deep.</source>
        <translation>它的嵌套超过 %1 层。</translation>
    </message>
    <message>
        <source>It has more than %1 elements.</source>
        <translation>它的元素超过 %1 个。</translation>
    </message>
    <message>
        <source>It has more than %1 keys.</source>
        <translation>它的键超过 %1 个。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>It ends too early; the file may be incomplete.</source>
        <translation>它结束得太早，文件可能不完整。</translation>
    </message>
    <message>
        <source>It is not JSON at %1: %2.</source>
        <translation>它在 %1 处不是 JSON：%2。</translation>
    </message>
    <message>
        <source>It is JSON, but no session: an object is wanted.</source>
        <translation>它是 JSON，但不是会话：应当是一个对象。</translation>
    </message>
    <message>
        <source>This is an exercise, not a session.</source>
        <translation>这是练习，不是会话。</translation>
    </message>
    <message>
        <source>It is JSON, but no session of Backstep.</source>
        <translation>它是 JSON，但不是 Backstep 的会话。</translation>
    </message>
    <message>
        <source>It does not say which version it has.</source>
        <translation>它没有说明自己的版本。</translation>
    </message>
    <message>
        <source>Its version is not a whole number.</source>
        <translation>它的版本不是整数。</translation>
    </message>
    <message>
        <source>A newer Backstep has made it (version %1; this one reads version %2).</source>
        <translation>它是由更新的 Backstep 创建的（版本 %1，此程序能读版本 %2）。</translation>
    </message>
    <message>
        <source>It has no source text.</source>
        <translation>它没有源文本。</translation>
    </message>
    <message>
        <source>Its source is not a text.</source>
        <translation>它的源不是文本。</translation>
    </message>
    <message>
        <source>Half characters in the source were replaced.</source>
        <translation>源文本中的半个字符已被替换。</translation>
    </message>
    <message>
        <source>The source has a character with the code 0.</source>
        <translation>源文本中有代码为 0 的字符。</translation>
    </message>
    <message>
        <source>Its source has %1 characters; at most %2 are read.</source>
        <translation>它的源文本有 %1 个字符，最多只读取 %2 个字符。</translation>
    </message>
    <message>
        <source>The step was no step; it is %1 now.</source>
        <translation>其中的步无效，现在是 %1。</translation>
    </message>
    <message>
        <source>The inputs were not understood.</source>
        <translation>无法理解其中的输入。</translation>
    </message>
    <message>
        <source>An input was not understood.</source>
        <translation>有一个输入无法理解。</translation>
    </message>
    <message>
        <source>The range of an input was put right.</source>
        <translation>更正了一个输入的范围。</translation>
    </message>
    <message>
        <source>The range of the plot was put right.</source>
        <translation>更正了曲线图的范围。</translation>
    </message>
    <message>
        <source>The view was reset.</source>
        <translation>视图已重置。</translation>
    </message>
    <message>
        <source>Only breakpoints on lines that exist were kept.</source>
        <translation>只保留了位于现有行上的断点。</translation>
    </message>
    <message>
        <source>It carries no session.</source>
        <translation>它不含会话。</translation>
    </message>
    <message>
        <source>The session that it carries is damaged.</source>
        <translation>它所含的会话已损坏。</translation>
    </message>
    <message>
        <source>The session that it carries is too large.</source>
        <translation>它所含的会话太大。</translation>
    </message>
    <message>
        <source>It is larger than %1 MiB.</source>
        <translation>它大于 %1 MiB。</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 is not a file.</source>
        <translation>%1 不是文件。</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MiB.</source>
        <translation>%1 大于 %2 MiB。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>A changed value of the program was not understood.</source>
        <translation>程序中有一个改变过的值无法理解。</translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message>
        <source>Nothing has been computed yet. The next step begins the forward pass.</source>
        <translation>尚未进行任何计算。下一步开始前向传播。</translation>
    </message>
    <message>
        <source>%1 is an input. Its value is given.</source>
        <translation>%1 是输入，它的值是给定的。</translation>
    </message>
    <message>
        <source>The condition %1 holds: this piece is taken.</source>
        <translation>条件 %1 成立：取这一段。</translation>
    </message>
    <message>
        <source>The condition %1 does not hold: the other piece is taken.</source>
        <translation>条件 %1 不成立：取另一段。</translation>
    </message>
    <message>
        <source>What has arrived is added to %1.grad. It stays there until it is zeroed.</source>
        <translation>到达的内容被加到 %1.grad 上。它会一直留在那里，直到清零。</translation>
    </message>
    <message>
        <source>%1 is computed and recorded on the tape.</source>
        <translation>计算 %1，并记到记录带上。</translation>
    </message>
    <message>
        <source>%1 is the output, computed from values that are already known.</source>
        <translation>%1 是输出，由已知的值算出。</translation>
    </message>
    <message>
        <source>%1 is computed from values that are already known.</source>
        <translation>%1 由已知的值算出。</translation>
    </message>
    <message>
        <source>It has no value here (NaN).</source>
        <translation>它在这里没有值（NaN）。</translation>
    </message>
    <message>
        <source>It is infinite here.</source>
        <translation>它在这里是无穷大。</translation>
    </message>
    <message>
        <source>The sweep begins at %1 with the seed %2.</source>
        <translation>这一趟从 %1 开始，种子为 %2。</translation>
    </message>
    <message>
        <source>The backward sweep begins: %1 = 1, because %2 is the output and ∂%2/∂%2 = 1.</source>
        <translation>反向传播开始：%1 = 1，因为 %2 是输出，而 ∂%2/∂%2 = 1。</translation>
    </message>
    <message>
        <source>Forward mode begins: %1 = 1, because we ask how everything changes with %2.</source>
        <translation>前向模式开始：%1 = 1，因为要问一切如何随 %2 变化。</translation>
    </message>
    <message>
        <source>In what arrives, NaN: %1, infinite: %2.</source>
        <translation>到达的内容中，NaN：%1 个，无穷大：%2 个。</translation>
    </message>
    <message>
        <source>NaN in it: %1, infinite: %2.</source>
        <translation>其中 NaN：%1 个，无穷大：%2 个。</translation>
    </message>
    <message>
        <source>It came in with an operand.</source>
        <translation>它是随一个操作数进来的。</translation>
    </message>
    <message>
        <source>All operands are finite: it arises here.</source>
        <translation>所有操作数都是有限的：它就在这里产生。</translation>
    </message>
    <message>
        <source>Element by element, the adjoint is multiplied by the local derivative, and summed over what was broadcast.</source>
        <translation>伴随值逐元素乘以局部导数，再对广播过的维度求和。</translation>
    </message>
    <message>
        <source>Element by element, the adjoint is multiplied by the local derivative.</source>
        <translation>伴随值逐元素乘以局部导数。</translation>
    </message>
    <message>
        <source>A sum hands the same adjoint to every element it added.</source>
        <translation>求和把同一个伴随值交给它所加的每个元素。</translation>
    </message>
    <message>
        <source>A mean hands every element its share: the adjoint divided by their number.</source>
        <translation>求平均把各自的一份交给每个元素：伴随值除以元素的个数。</translation>
    </message>
    <message>
        <source>What is added gets the adjoint itself, summed over what it was broadcast along.</source>
        <translation>被加的每一项得到伴随值本身，并对广播过的维度求和。</translation>
    </message>
    <message>
        <source>A matrix product passes the adjoint back through the other factor, transposed.</source>
        <translation>矩阵乘积让伴随值经过另一个因子的转置传回。</translation>
    </message>
    <message>
        <source>The gradient of a dot product is the other vector, times the adjoint.</source>
        <translation>点积的梯度是另一个向量乘以伴随值。</translation>
    </message>
    <message>
        <source>The adjoint is transposed back.</source>
        <translation>伴随值被转置回来。</translation>
    </message>
    <message>
        <source>Only the shape changes: the adjoint takes the old shape.</source>
        <translation>只有形状改变：伴随值恢复成原来的形状。</translation>
    </message>
    <message>
        <source>What was picked gets its adjoint; all other elements get 0.</source>
        <translation>被取出的元素得到它的伴随值，其余元素得到 0。</translation>
    </message>
    <message>
        <source>The gradient of a norm points along the vector and has length 1, times the adjoint.</source>
        <translation>范数的梯度沿该向量的方向，长度为 1，再乘以伴随值。</translation>
    </message>
    <message>
        <source>%1 passes its adjoint back to %2.</source>
        <translation>%1 把它的伴随值传回 %2。</translation>
    </message>
    <message>
        <source>%1 passes its tangent on to %2.</source>
        <translation>%1 把它的切向量传给 %2。</translation>
    </message>
    <message>
        <source>%1 stands there more than once; this is for operand %2.</source>
        <translation>%1 在那里出现不止一次，这里是第 %2 个操作数。</translation>
    </message>
    <message>
        <source>The local derivative ∂%1/∂%2 is 0 here.</source>
        <translation>局部导数 ∂%1/∂%2 在这里为 0。</translation>
    </message>
    <message>
        <source>The local derivative ∂%1/∂%2 is 0 here, so nothing flows back.</source>
        <translation>局部导数 ∂%1/∂%2 在这里为 0，所以没有任何内容传回。</translation>
    </message>
    <message>
        <source>The local derivative ∂%1/∂%2 is 0 here, so nothing flows on.</source>
        <translation>局部导数 ∂%1/∂%2 在这里为 0，所以没有任何内容传下去。</translation>
    </message>
    <message>
        <source>The local derivative ∂%1/∂%2 has no value here (NaN).</source>
        <translation>局部导数 ∂%1/∂%2 在这里没有值（NaN）。</translation>
    </message>
    <message>
        <source>The local derivative ∂%1/∂%2 is infinite here.</source>
        <translation>局部导数 ∂%1/∂%2 在这里是无穷大。</translation>
    </message>
    <message>
        <source>The local derivative is %1.</source>
        <translation>局部导数是 %1。</translation>
    </message>
    <message>
        <source>A sum passes it unchanged: the local derivative is 1.</source>
        <translation>加法原样传递：局部导数是 1。</translation>
    </message>
    <message>
        <source>The local derivative is 1: it is passed unchanged.</source>
        <translation>局部导数是 1：原样传递。</translation>
    </message>
    <message>
        <source>The local derivative is −1: what is subtracted gets the opposite sign.</source>
        <translation>局部导数是 −1：被减去的一项得到相反的符号。</translation>
    </message>
    <message>
        <source>The local derivative is −1: the sign turns.</source>
        <translation>局部导数是 −1：符号改变。</translation>
    </message>
    <message>
        <source>The local derivative of a product is the other factor, %1.</source>
        <translation>乘积的局部导数是另一个因子 %1。</translation>
    </message>
    <message>
        <source>The local derivative of sin is cos.</source>
        <translation>sin 的局部导数是 cos。</translation>
    </message>
    <message>
        <source>The local derivative of cos is −sin.</source>
        <translation>cos 的局部导数是 −sin。</translation>
    </message>
    <message>
        <source>The local derivative of sinh is cosh.</source>
        <translation>sinh 的局部导数是 cosh。</translation>
    </message>
    <message>
        <source>The local derivative of cosh is sinh.</source>
        <translation>cosh 的局部导数是 sinh。</translation>
    </message>
    <message>
        <source>The exponential is its own derivative.</source>
        <translation>指数函数的导数是它自己。</translation>
    </message>
    <message>
        <source>So what arrives has none either.</source>
        <translation>所以到达的内容也没有值。</translation>
    </message>
    <message>
        <source>The product has no value: NaN arrives.</source>
        <translation>这个乘积没有值：到达的是 NaN。</translation>
    </message>
    <message>
        <source>What arrives is infinite.</source>
        <translation>到达的是无穷大。</translation>
    </message>
    <message>
        <source>What arrives is 0, and changes nothing.</source>
        <translation>到达的是 0，不改变任何内容。</translation>
    </message>
    <message>
        <source>It is the first of %1 contributions.</source>
        <translation>它是 %1 份贡献中的第一份。</translation>
    </message>
    <message>
        <source>It is added to what has already arrived: %1 of %2 contributions.</source>
        <translation>它被加到已经到达的内容上：第 %1 份，共 %2 份贡献。</translation>
    </message>
    <message>
        <source>With it %1 is complete.</source>
        <translation>至此 %1 就完整了。</translation>
    </message>
    <message>
        <source>%1 does not depend on %2: %3 = 0.</source>
        <translation>%1 不依赖于 %2：%3 = 0。</translation>
    </message>
    <message>
        <source>Nothing flows back to the constant %1.</source>
        <translation>常数 %1 得不到任何回传。</translation>
    </message>
    <message>
        <source>Nothing flows back to %1: it requires no gradient.</source>
        <translation>%1 不需要梯度，没有任何量回传给它。</translation>
    </message>
</context>
<context>
    <name>TextFile</name>
    <message>
        <source>It looks like UTF-16 text; save it as UTF-8 and open it again.</source>
        <translation>它看起来是 UTF-16 文本；请存成 UTF-8 再打开。</translation>
    </message>
    <message>
        <source>It is not UTF-8 text: byte %1 is damaged. Save it as UTF-8 and open it again.</source>
        <translation>它不是 UTF-8 文本：第 %1 个字节已损坏。请存成 UTF-8 再打开。</translation>
    </message>
</context>
<context>
    <name>Titles</name>
    <message>
        <source>forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>forward %1</source>
        <translation>前向 %1</translation>
    </message>
    <message>
        <source>backward %1</source>
        <translation>反向 %1</translation>
    </message>
    <message>
        <source>tangent %1</source>
        <translation>切向 %1</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>删除它</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>写 %1</translation>
    </message>
    <message>
        <source>contribution</source>
        <translation>贡献</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>adjoint</source>
        <translation>伴随值</translation>
    </message>
    <message>
        <source>tangent</source>
        <translation>切向量</translation>
    </message>
    <message>
        <source>Computation graph</source>
        <translation>计算图</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>斜率</translation>
    </message>
    <message>
        <source>not taken</source>
        <comment>a branch of the program</comment>
        <translation>没有走</translation>
    </message>
    <message>
        <source>cut off: no gradient flows back</source>
        <translation>已截断：梯度不再回传</translation>
    </message>
</context>
<context>
    <name>WayWords</name>
    <message>
        <source>%1 depends on no input that requires a gradient.</source>
        <translation>%1 不依赖于任何需要梯度的输入。</translation>
    </message>
    <message>
        <source>Nothing here requires a gradient. An input does with requires_grad=True.</source>
        <translation>这里没有任何内容需要梯度。用 requires_grad=True 可以使输入需要梯度。</translation>
    </message>
    <message>
        <source>%1 depends on %2 edges: too many to look at one by one. Choose an output that is nearer to its inputs.</source>
        <translation>%1 依赖于 %2 条边，太多了，无法逐条查看。请选择离输入更近的输出。</translation>
    </message>
    <message>
        <source>%1 has a backward of its own in the program. Only the program can run it, so it cannot be run again here.</source>
        <translation>%1 在程序中有自己的 backward。只有程序能运行它，所以这里不能再次运行。</translation>
    </message>
    <message>
        <source>The rule of %1 cannot be run again here.</source>
        <translation>%1 的求导法则不能在这里再次运行。</translation>
    </message>
    <message>
        <source>%1 (along one direction)</source>
        <translation>%1（沿一个方向）</translation>
    </message>
    <message>
        <source>forward mode gives %1</source>
        <translation>前向模式给出 %1</translation>
    </message>
    <message>
        <source>differences give %1</source>
        <translation>差分给出 %1</translation>
    </message>
    <message>
        <source>%1: backward() gave %2, but %3.</source>
        <extracomment>%1 an input, %2 its gradient, %3 &quot;forward mode gives 4; differences give 4&quot;</extracomment>
        <translation>%1：backward() 给出 %2，而%3。</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between two numbers that differ</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>%1: forward mode and differences agree.</source>
        <translation>%1：与前向模式和差分一致。</translation>
    </message>
    <message>
        <source>%1: forward mode agrees; differences do not settle here (a kink, a pole or an edge is near).</source>
        <translation>%1：与前向模式一致；差分在这里不稳定（附近有尖点、极点或定义域的边界）。</translation>
    </message>
    <message>
        <source>%1: differences agree; forward mode cannot be run.</source>
        <translation>%1：与差分一致；前向模式无法运行。</translation>
    </message>
    <message>
        <source>%1: neither forward mode nor differences can tell.</source>
        <translation>%1：前向模式和差分都无法判断。</translation>
    </message>
    <message>
        <source>Forward mode and differences agree.</source>
        <translation>与前向模式和差分一致。</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>There is no step %1; it is the last one, %2.</source>
        <translation>没有第 %1 步，最后一步是第 %2 步。</translation>
    </message>
</context>
<context>
    <name>backstep::ChecksPage</name>
    <message>
        <source>Checks of the gradients</source>
        <translation>梯度检查</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>no verdict</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>reverse</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>numeric</source>
        <comment>the derivative by differences of values</comment>
        <translation>差分</translation>
    </message>
    <message>
        <source>No backward() has run from %1, so there is no gradient to check.</source>
        <translation>没有从 %1 运行过 backward()，所以没有可以检查的梯度。</translation>
    </message>
    <message>
        <source>There is no gradient here to check, or too much to check it.</source>
        <translation>这里没有可以检查的梯度，或者太多而无法检查。</translation>
    </message>
    <message numerus="yes">
        <source>%n gradient(s) do not agree with a second method.</source>
        <translation>
            <numerusform>有 %n 个梯度与另一种方法不一致。</numerusform>
        </translation>
    </message>
    <message>
        <source>Every gradient agrees with a second method.</source>
        <translation>每个梯度都与另一种方法一致。</translation>
    </message>
    <message>
        <source>%1 of %2 gradients agree with a second method; of the others neither method can tell.</source>
        <translation>共 %2 个梯度，其中 %1 个与另一种方法一致；其余的两种方法都无法判断。</translation>
    </message>
    <message>
        <source>∗ A large input is checked along one direction, not element by element.</source>
        <translation>∗ 较大的输入只沿一个方向检查，而不逐个元素检查。</translation>
    </message>
    <message>
        <source>The differences are those of the program run again with another input.</source>
        <translation>差分来自用另一个输入再次运行的程序。</translation>
    </message>
</context>
<context>
    <name>backstep::CodeEditor</name>
    <message>
        <source>This text has %1 characters; at most %2 can be pasted.</source>
        <translation>这段文本有 %1 个字符；最多可以粘贴 %2 个。</translation>
    </message>
    <message>
        <source>This text has a line of more than %1 characters and cannot be pasted. A file of it can be run on the command line.</source>
        <translation>这段文本有一行超过 %1 个字符，无法粘贴。可以将它存为文件，在命令行中运行。</translation>
    </message>
    <message>
        <source>This text has more than %1 lines and cannot be pasted. A file of it can be run on the command line.</source>
        <translation>这段文本超过 %1 行，无法粘贴。可以将它存为文件，在命令行中运行。</translation>
    </message>
    <message>
        <source>This text has more than %1 accents on one letter and cannot be pasted.</source>
        <translation>这段文本中有一个字母带有超过 %1 个附加符号，无法粘贴。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Tab indents. Press Escape and then Tab to move on.</source>
        <translation>Tab 键缩进。先按 Escape 再按 Tab，即可移到下一个控件。</translation>
    </message>
</context>
<context>
    <name>backstep::CompletionPopup</name>
    <message>
        <source>Completions</source>
        <translation>补全</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>backstep::DifferencesView</name>
    <message>
        <source>Step h of the difference quotient</source>
        <translation>差商的步长 h</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>前向差分</translation>
    </message>
    <message>
        <source>(f(x + h) − f(x)) / h</source>
        <translation>(f(x + h) − f(x)) / h</translation>
    </message>
    <message>
        <source>central</source>
        <translation>中心差分</translation>
    </message>
    <message>
        <source>(f(x + h) − f(x − h)) / 2h</source>
        <translation>(f(x + h) − f(x − h)) / 2h</translation>
    </message>
    <message>
        <source>f′, automatic</source>
        <translation>f′，自动微分</translation>
    </message>
    <message>
        <source>difference quotient</source>
        <translation>差商</translation>
    </message>
    <message>
        <source>error</source>
        <comment>of a difference quotient</comment>
        <translation>误差</translation>
    </message>
    <message>
        <source>best h = %1</source>
        <translation>最佳 h = %1</translation>
    </message>
    <message>
        <source>At %1 = %2: quotient %3, f′ %4, off by %5.</source>
        <translation>%1 = %2 处：差商 %3，f′ %4，相差 %5。</translation>
    </message>
    <message>
        <source>To the right of the best h the curve is cut off: truncation.</source>
        <translation>在最佳 h 的右边，曲线被截去了一部分：截断误差。</translation>
    </message>
    <message>
        <source>To the left of the best h the numbers have too few digits: rounding.</source>
        <translation>在最佳 h 的左边，数的位数太少：舍入误差。</translation>
    </message>
    <message>
        <source>This h is about the best.</source>
        <translation>这个 h 差不多是最佳的。</translation>
    </message>
    <message>
        <source>Difference quotients are shown where there is a curve of f.</source>
        <translation>有 f 的曲线时，这里显示差商。</translation>
    </message>
    <message>
        <source>The program is run again with x + h …</source>
        <translation>正在用 x + h 再次运行程序……</translation>
    </message>
</context>
<context>
    <name>backstep::ElementPopup</name>
    <message>
        <source>Element of %1</source>
        <translation>%1 的元素</translation>
    </message>
    <message>
        <source>There is no such element.</source>
        <translation>没有这个元素。</translation>
    </message>
</context>
<context>
    <name>backstep::ElementsView</name>
    <message>
        <source>back</source>
        <comment>a step</comment>
        <translation>后退</translation>
    </message>
    <message>
        <source>Previous step of the elements</source>
        <translation>元素展开的上一步</translation>
    </message>
    <message>
        <source>on</source>
        <comment>a step further</comment>
        <translation>前进</translation>
    </message>
    <message>
        <source>Next step of the elements</source>
        <translation>元素展开的下一步</translation>
    </message>
    <message>
        <source>close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the elements</source>
        <translation>关闭元素展开</translation>
    </message>
    <message>
        <source>L stands for all that comes after: its slopes are the adjoint that arrives in this run.</source>
        <translation>L 代表此后的一切：它的斜率就是这次运行中到达的伴随值。</translation>
    </message>
    <message>
        <source>L is the sum of the elements: no adjoint of this run is known for them yet.</source>
        <translation>L 是各元素之和：这次运行中还不知道它们的伴随值。</translation>
    </message>
</context>
<context>
    <name>backstep::ErrorCard</name>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>Go to line %1</source>
        <translation>转到第 %1 行</translation>
    </message>
</context>
<context>
    <name>backstep::ExerciseList</name>
    <message>
        <source>Exercises</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>faulty</source>
        <translation>有错误</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>next</source>
        <translation>接下来</translation>
    </message>
    <message>
        <source>All %1 are done.</source>
        <translation>全部 %1 个都已完成。</translation>
    </message>
    <message>
        <source>%1 of %2 done. Next: %3</source>
        <translation>已完成 %1 个，共 %2 个。接下来：%3</translation>
    </message>
</context>
<context>
    <name>backstep::ExercisePage</name>
    <message>
        <source>Put what this page speaks of into the editor</source>
        <translation>把本页所讲的内容放进编辑器</translation>
    </message>
    <message>
        <source>Page of the exercise</source>
        <translation>练习的一页</translation>
    </message>
    <message>
        <source>Show the example again</source>
        <translation>再次载入示例</translation>
    </message>
</context>
<context>
    <name>backstep::ExerciseTask</name>
    <message>
        <source>Done.</source>
        <translation>完成。</translation>
    </message>
    <message>
        <source>Your answer is the program in the editor.</source>
        <translation>你的答案就是编辑器中的程序。</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>你的答案</translation>
    </message>
    <message>
        <source>an expression</source>
        <translation>一个表达式</translation>
    </message>
    <message>
        <source>a step</source>
        <translation>一个步</translation>
    </message>
    <message>
        <source>Use the step shown</source>
        <translation>用当前所示的步</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>一个数</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Hint (%1 left)</source>
        <translation>提示（还有 %1 条）</translation>
    </message>
    <message>
        <source>Model answer:</source>
        <translation>参考答案：</translation>
    </message>
    <message>
        <source>Look again at: %1</source>
        <translation>请再看看：%1</translation>
    </message>
</context>
<context>
    <name>backstep::Exercises</name>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1，第 %2 行：%3</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>The exercise cannot be shown.</source>
        <translation>无法展示这个练习。</translation>
    </message>
    <message>
        <source>Practice, level %1</source>
        <translation>练习题，第 %1 级</translation>
    </message>
    <message>
        <source>%1 (%2/%3)</source>
        <translation>%1（%2/%3）</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>再来一题</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Next exercise</source>
        <translation>下一个练习</translation>
    </message>
    <message>
        <source>Show the exercise</source>
        <translation>展示练习</translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>All exercises</source>
        <translation>所有练习</translation>
    </message>
    <message>
        <source>E&amp;xercises</source>
        <translation>练习(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;All Exercises</source>
        <translation>所有练习(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Continue with the Next</source>
        <translation>继续下一个(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Practice: Find the Adjoint</source>
        <translation>随机练习：求伴随值(&amp;P)</translation>
    </message>
    <message>
        <source>Level &amp;%1</source>
        <translation>第 &amp;%1 级</translation>
    </message>
    <message>
        <source>&amp;Open an Exercise File…</source>
        <translation>打开练习文件(&amp;O)…</translation>
    </message>
    <message>
        <source>Open an Exercise</source>
        <translation>打开练习</translation>
    </message>
    <message>
        <source>Exercises (*.md)</source>
        <translation>练习 (*.md)</translation>
    </message>
    <message>
        <source>Teacher&apos;s &amp;Folder…</source>
        <translation>教师的文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation>报告(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Start This Exercise Afresh</source>
        <translation>重新开始此练习(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Language of Exercises</source>
        <translation>练习的语言(&amp;L)</translation>
    </message>
    <message>
        <source>Teacher&apos;s Folder</source>
        <translation>教师的文件夹</translation>
    </message>
    <message>
        <source>Open an exercise first.</source>
        <translation>请先打开一个练习。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Web page (*.html);;PDF (*.pdf)</source>
        <translation>网页 (*.html);;PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The report could not be written to %1.</source>
        <translation>无法把报告写入 %1。</translation>
    </message>
    <message>
        <source>As the &amp;Window</source>
        <translation>与窗口相同(&amp;W)</translation>
    </message>
    <message>
        <source>Show a solution</source>
        <translation>显示一种解法</translation>
    </message>
    <message>
        <source>This is one way to do it. Undo brings your own program back.</source>
        <translation>这是一种写法。撤销即可恢复你自己的程序。</translation>
    </message>
    <message>
        <source>Back</source>
        <comment>to the page before</comment>
        <translation>上一页</translation>
    </message>
</context>
<context>
    <name>backstep::ExportDialog</name>
    <message>
        <source>SVG picture</source>
        <translation>SVG 图片</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>Web page to step through</source>
        <translation>可逐步查看的网页</translation>
    </message>
    <message>
        <source>LaTeX (TikZ)</source>
        <translation>LaTeX（TikZ）</translation>
    </message>
    <message>
        <source>GIF animation</source>
        <translation>GIF 动画</translation>
    </message>
    <message>
        <source>WebP animation</source>
        <translation>WebP 动画</translation>
    </message>
    <message>
        <source>Graphviz graph</source>
        <translation>Graphviz 图</translation>
    </message>
    <message>
        <source>Table of the tape (CSV)</source>
        <translation>记录带表格（CSV）</translation>
    </message>
    <message>
        <source>Python with PyTorch</source>
        <translation>Python（PyTorch）</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>The file is being made</source>
        <translation>正在生成文件</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>内容(&amp;H)</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>计算图</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>曲线图</translation>
    </message>
    <message>
        <source>Graph and plot</source>
        <translation>计算图与曲线图</translation>
    </message>
    <message>
        <source>Worksheet</source>
        <translation>练习单</translation>
    </message>
    <message>
        <source>Answer key</source>
        <translation>参考答案</translation>
    </message>
    <message>
        <source>Derivation</source>
        <translation>推导过程</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>S&amp;teps</source>
        <translation>步骤(&amp;T)</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>一步</translation>
    </message>
    <message>
        <source>All steps</source>
        <translation>全部步骤</translation>
    </message>
    <message>
        <source>Ste&amp;p</source>
        <translation>第几步(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>For print</source>
        <translation>打印用</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>大小(&amp;Z)</translation>
    </message>
    <message>
        <source>Seco&amp;nds a step</source>
        <translation>每步秒数(&amp;N)</translation>
    </message>
    <message>
        <source>T&amp;ransparent background</source>
        <translation>透明背景(&amp;R)</translation>
    </message>
    <message>
        <source>Ask for &amp;adjoints</source>
        <translation>求伴随值(&amp;A)</translation>
    </message>
    <message>
        <source>Ask for &amp;local derivatives</source>
        <translation>求局部导数(&amp;L)</translation>
    </message>
    <message>
        <source>Ask for &amp;values</source>
        <translation>求各值(&amp;V)</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2 pixels, %3 dpi</source>
        <translation>%1 × %2 像素，%3 dpi</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Making %1…</source>
        <translation>正在生成 %1…</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Given up.</source>
        <translation>已放弃。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
</context>
<context>
    <name>backstep::ExportPreview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>backstep::FigureView</name>
    <message>
        <source>Figure</source>
        <translation>图</translation>
    </message>
    <message numerus="yes">
        <source>%n curve(s)</source>
        <translation>
            <numerusform>%n 条曲线</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>backstep::FunctionPane</name>
    <message>
        <source>This program was opened. It has not run yet.</source>
        <translation>这个程序刚刚打开，还没有运行。</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>修改 %1</translation>
    </message>
    <message>
        <source>Change the range of %1</source>
        <translation>修改 %1 的范围</translation>
    </message>
    <message>
        <source>Plot over %1</source>
        <translation>以 %1 为横轴作图</translation>
    </message>
    <message>
        <source>Repair the paste</source>
        <translation>修复粘贴的内容</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Apply the suggestion</source>
        <translation>采用建议</translation>
    </message>
    <message>
        <source>Write into Text</source>
        <translation>写入文本</translation>
    </message>
    <message>
        <source>Put these values in the place of those in the text</source>
        <translation>用这些值代替文本中的值</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Back to the values in the text</source>
        <translation>恢复文本中的值</translation>
    </message>
    <message>
        <source>Reset the values</source>
        <translation>重置各值</translation>
    </message>
    <message>
        <source>Write the values into the text</source>
        <translation>把各值写入文本</translation>
    </message>
    <message numerus="yes">
        <source>%n leaf(s) with other values than in the text.</source>
        <translation>
            <numerusform>有 %n 个叶张量的值与文本中不同。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them the program no longer makes.</source>
        <translation>
            <numerusform>其中 %n 个程序已不再创建。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>backstep::GraphView</name>
    <message>
        <source>Computation graph</source>
        <translation>计算图</translation>
    </message>
    <message>
        <source>right: tangent</source>
        <translation>右：切向量</translation>
    </message>
    <message>
        <source>right: adjoint</source>
        <translation>右：伴随值</translation>
    </message>
    <message>
        <source>left: value</source>
        <translation>左：值</translation>
    </message>
    <message>
        <source>—: not yet computed</source>
        <translation>—：尚未计算</translation>
    </message>
    <message>
        <source>not real: without detach() %1</source>
        <translation>并非真实：没有 detach() 时为 %1</translation>
    </message>
    <message>
        <source>not real: without .data %1</source>
        <translation>并非真实：没有 .data 时为 %1</translation>
    </message>
    <message>
        <source>not real: without no_grad() %1</source>
        <translation>并非真实：没有 no_grad() 时为 %1</translation>
    </message>
</context>
<context>
    <name>backstep::Handbook</name>
    <message>
        <source>Handbook of Backstep</source>
        <translation>Backstep 手册</translation>
    </message>
    <message>
        <source>Where to go in the handbook</source>
        <translation>在手册中前往</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>The handbook is not installed.</source>
        <translation>没有安装手册。</translation>
    </message>
</context>
<context>
    <name>backstep::HandbookPages</name>
    <message>
        <source>Handbook</source>
        <translation>手册</translation>
    </message>
</context>
<context>
    <name>backstep::InputRowView</name>
    <message>
        <source>Value of %1</source>
        <translation>%1 的值</translation>
    </message>
    <message>
        <source>Slider of %1</source>
        <translation>%1 的滑块</translation>
    </message>
    <message>
        <source>%1 to %2. Double-click to change the range.</source>
        <translation>%1 到 %2。双击可修改范围。</translation>
    </message>
    <message>
        <source>Plot over %1</source>
        <translation>以 %1 为横轴作图</translation>
    </message>
    <message>
        <source>Plot over this input</source>
        <translation>以此输入为横轴作图</translation>
    </message>
    <message>
        <source>%1 has another value than in the text</source>
        <translation>%1 的值与文本中不同</translation>
    </message>
    <message>
        <source>Choose another element of %1</source>
        <translation>选择 %1 的另一个元素</translation>
    </message>
</context>
<context>
    <name>backstep::InputsPanel</name>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>No inputs to change.</source>
        <translation>没有可以改变的输入。</translation>
    </message>
</context>
<context>
    <name>backstep::JacobianPage</name>
    <message>
        <source>Jacobian</source>
        <translation>雅可比矩阵</translation>
    </message>
    <message>
        <source>Rows added up</source>
        <translation>各行相加</translation>
    </message>
    <message>
        <source>How many rows are added up so far</source>
        <translation>已经加了多少行</translation>
    </message>
    <message>
        <source>Same as .sum().backward()</source>
        <translation>与 .sum().backward() 相同</translation>
    </message>
    <message>
        <source>Sets every number of the seed to 1</source>
        <translation>把种子中的每个数设为 1</translation>
    </message>
    <message>
        <source>The Jacobian of %1 by %2 has %3 rows and %4 columns: too large to be shown.</source>
        <translation>%1 对 %2 的雅可比矩阵有 %3 行 %4 列：太大，无法显示。</translation>
    </message>
    <message>
        <source>vᵀJ with this seed: %1</source>
        <translation>用这个种子的 vᵀJ：%1</translation>
    </message>
    <message>
        <source>One output, so one row: the gradient. v is what the backward pass begins with.</source>
        <translation>输出只有一个，所以只有一行：梯度。v 是反向传播的起点。</translation>
    </message>
    <message>
        <source>v is 1 everywhere: the same as .sum().backward(). Press a row to see it alone, or write numbers into v.</source>
        <translation>v 全为 1：与 .sum().backward() 相同。点击一行可以单独查看它，也可以在 v 中写数。</translation>
    </message>
    <message>
        <source>v is what backward() began with here. Press a row to see it alone, or write numbers into v.</source>
        <translation>v 是这里 backward() 的起点。点击一行可以单独查看它，也可以在 v 中写数。</translation>
    </message>
    <message>
        <source>backward() gives vᵀJ: the rows, each times its number of v, added up. Press a row to see it alone, or write numbers into v.</source>
        <translation>backward() 给出 vᵀJ：各行分别乘以 v 中对应的数，再相加。点击一行可以单独查看它，也可以在 v 中写数。</translation>
    </message>
    <message>
        <source>v</source>
        <comment>the seed of a backward pass</comment>
        <translation>v</translation>
    </message>
    <message>
        <source>%1: press to choose it alone</source>
        <translation>%1：点击可单独选择它</translation>
    </message>
    <message>
        <source>v for %1: press F2 or double-click to write</source>
        <translation>%1 的 v：按 F2 或双击可以写入</translation>
    </message>
    <message>
        <source>v for %1: %2</source>
        <translation>%1 的 v：%2</translation>
    </message>
    <message>
        <source>%1 · row %2</source>
        <translation>%1 · 第 %2 行</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>rows of a sum</comment>
        <translation>
            <numerusform>还有 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 rows: %3</source>
        <translation>共 %2 行，已加 %1 行：%3</translation>
    </message>
</context>
<context>
    <name>backstep::LineGutter</name>
    <message>
        <source>Go to the step of this line (Ctrl+L)</source>
        <translation>转到这一行对应的步骤（Ctrl+L）</translation>
    </message>
</context>
<context>
    <name>backstep::MainWindow</name>
    <message>
        <source>Graph</source>
        <translation>计算图</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Show the whole graph (F)</source>
        <translation>显示整张计算图（F）</translation>
    </message>
    <message>
        <source>Graph, simply laid out</source>
        <translation>计算图（简单布局）</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Tape and output</source>
        <translation>记录带与输出</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>当前步</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>曲线图</translation>
    </message>
    <message>
        <source>words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>symbols</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Show the second derivative</source>
        <translation>显示二阶导数</translation>
    </message>
    <message>
        <source>f</source>
        <translation>f</translation>
    </message>
    <message>
        <source>f′</source>
        <translation>f′</translation>
    </message>
    <message>
        <source>f″</source>
        <translation>f″</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>Move the plot</source>
        <translation>移动曲线图</translation>
    </message>
    <message>
        <source>Reset the plot</source>
        <translation>重置曲线图</translation>
    </message>
    <message>
        <source>Backstep</source>
        <translation>Backstep</translation>
    </message>
    <message>
        <source>%1[*] — Backstep</source>
        <comment>title of the window</comment>
        <translation>%1[*] — Backstep</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>%1 was changed by another program since it was opened.</source>
        <translation>%1 在打开之后被其他程序修改过。</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation>覆盖(&amp;O)</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>The document is still open, and the file is as it was. Save it in another place, or try again later.</source>
        <translation>文档仍然打开着，文件保持原样。请另存到其他位置，或稍后再试。</translation>
    </message>
    <message>
        <source>The changes have not been saved.</source>
        <translation>有修改尚未保存。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>%1
(%2)</source>
        <translation>%1
（%2）</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>丢弃(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>以后再说(&amp;L)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>There is nothing to export yet.</source>
        <translation>还没有可以导出的内容。</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation>无法打开 %1：%2</translation>
    </message>
    <message>
        <source>%1 is too large for an editor. It can be run on the command line.</source>
        <translation>%1 太大，无法在编辑器中打开。可以在命令行中运行它。</translation>
    </message>
    <message>
        <source>%1 is too large.</source>
        <translation>%1 太大。</translation>
    </message>
    <message>
        <source>%1 is no text.</source>
        <translation>%1 不是文本。</translation>
    </message>
    <message>
        <source>Programs, formulas, documents, exercises and pictures of Backstep (*.py *.txt *.backstep *.md *.svg *.png *.html);;All files (*)</source>
        <translation>Backstep 的程序、公式、文档、练习与图片 (*.py *.txt *.backstep *.md *.svg *.png *.html);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Backstep document (*.backstep);;Python program (*.py);;Text (*.txt)</source>
        <translation>Backstep 文档 (*.backstep);;Python 程序 (*.py);;文本 (*.txt)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New Formula</source>
        <translation>新建公式(&amp;N)</translation>
    </message>
    <message>
        <source>New &amp;Program</source>
        <translation>新建程序(&amp;P)</translation>
    </message>
    <message>
        <source>E&amp;xamples</source>
        <translation>示例(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近打开的文件(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Export &amp;Graph…</source>
        <translation>导出计算图(&amp;G)…</translation>
    </message>
    <message>
        <source>Export P&amp;lot…</source>
        <translation>导出曲线图(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Comment &amp;Lines</source>
        <translation>注释这些行(&amp;L)</translation>
    </message>
    <message>
        <source>Copy Step as LaTe&amp;X</source>
        <translation>把当前步复制为 LaTeX(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Fit Graph</source>
        <translation>计算图适合窗口(&amp;F)</translation>
    </message>
    <message>
        <source>Graph from &amp;Left to Right</source>
        <translation>计算图从左到右(&amp;L)</translation>
    </message>
    <message>
        <source>Show &amp;Constants</source>
        <translation>显示常数(&amp;C)</translation>
    </message>
    <message>
        <source>Turn the graph</source>
        <translation>转变计算图的方向</translation>
    </message>
    <message>
        <source>Show constants</source>
        <translation>显示常数</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>自动(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Panes</source>
        <translation>窗格(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>程序(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Read the Text as</source>
        <translation>把文本当作(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;What It Looks Like</source>
        <translation>自动判断(&amp;W)</translation>
    </message>
    <message>
        <source>a &amp;Formula</source>
        <translation>公式(&amp;F)</translation>
    </message>
    <message>
        <source>a &amp;Program</source>
        <translation>程序(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>步骤(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Next Step</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous Step</source>
        <translation>上一步(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;First</source>
        <translation>第一步(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Last</source>
        <translation>最后一步(&amp;L)</translation>
    </message>
    <message>
        <source>Finish N&amp;ode</source>
        <translation>完成这个节点(&amp;O)</translation>
    </message>
    <message>
        <source>Finish P&amp;hase</source>
        <translation>完成这个阶段(&amp;H)</translation>
    </message>
    <message>
        <source>First NaN or &amp;Infinity</source>
        <translation>第一个 NaN 或无穷大(&amp;I)</translation>
    </message>
    <message>
        <source>Pl&amp;ay or Pause</source>
        <translation>播放或暂停(&amp;A)</translation>
    </message>
    <message>
        <source>One S&amp;tep Is</source>
        <translation>一步的大小(&amp;T)</translation>
    </message>
    <message>
        <source>a Value or an &amp;Edge</source>
        <translation>一个值或一条边(&amp;E)</translation>
    </message>
    <message>
        <source>a &amp;Node with All its Edges</source>
        <translation>一个节点及其所有边(&amp;N)</translation>
    </message>
    <message>
        <source>a &amp;Line of the Program</source>
        <translation>程序的一行(&amp;L)</translation>
    </message>
    <message>
        <source>E&amp;verything That Happens</source>
        <translation>发生的每件事(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About Backstep</source>
        <translation>关于 Backstep(&amp;A)</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>关于 Qt(&amp;Q)</translation>
    </message>
    <message>
        <source>About Backstep</source>
        <translation>关于 Backstep</translation>
    </message>
    <message>
        <source>Backstep %1</source>
        <translation>Backstep %1</translation>
    </message>
    <message>
        <source>See a function&apos;s computation graph and step back through its derivatives.

Free software under the GNU General Public License, version 3 or later; it comes without any warranty.</source>
        <translation>查看函数的计算图，一步一步地看它的导数如何反向求出。

自由软件，遵循 GNU 通用公共许可证第 3 版或更新版本；不附带任何担保。</translation>
    </message>
    <message>
        <source>Qt %1: LGPL-3.0; windows</source>
        <translation>Qt %1：LGPL-3.0；窗口</translation>
    </message>
    <message>
        <source>QCustomPlot: GPL-3.0-or-later; plots</source>
        <translation>QCustomPlot：GPL-3.0-or-later；曲线图</translation>
    </message>
    <message>
        <source>Graphviz: EPL-1.0; the layout of graphs, in the separate program backstep-layout (MIT)</source>
        <translation>Graphviz：EPL-1.0；计算图的布局，位于独立程序 backstep-layout（MIT）中</translation>
    </message>
    <message>
        <source>GMP: LGPL-3.0-or-later; whole numbers of programs</source>
        <translation>GMP：LGPL-3.0-or-later；程序中的整数</translation>
    </message>
    <message>
        <source>SLEEF: BSL-1.0; the functions of tensors</source>
        <translation>SLEEF：BSL-1.0；张量的函数</translation>
    </message>
    <message>
        <source>toml++: MIT; the blocks of exercises</source>
        <translation>toml++：MIT；练习中的代码块</translation>
    </message>
    <message>
        <source>giflib: MIT, libwebp: BSD-3-Clause; animations</source>
        <translation>giflib：MIT，libwebp：BSD-3-Clause；动画</translation>
    </message>
    <message>
        <source>STIX fonts: OFL-1.1; mathematics</source>
        <translation>STIX 字体：OFL-1.1；数学公式</translation>
    </message>
    <message>
        <source>DejaVu fonts: Bitstream Vera licence; text of pictures</source>
        <translation>DejaVu 字体：Bitstream Vera 许可证；图片中的文字</translation>
    </message>
    <message>
        <source>Mode of differentiation</source>
        <translation>求导模式</translation>
    </message>
    <message>
        <source>Reverse mode</source>
        <translation>反向模式</translation>
    </message>
    <message>
        <source>Forward mode from %1</source>
        <translation>前向模式，从 %1 出发</translation>
    </message>
    <message>
        <source>Forward mode</source>
        <translation>前向模式</translation>
    </message>
    <message>
        <source>What is plotted</source>
        <translation>曲线图的内容</translation>
    </message>
    <message>
        <source>What the program draws with plt.plot(x, y) appears here.</source>
        <translation>程序用 plt.plot(x, y) 画出的内容显示在这里。</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Figure %1 of %2</source>
        <translation>图 %1 / %2</translation>
    </message>
    <message>
        <source>f and its derivatives</source>
        <translation>f 及其导数</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>Run the program (Ctrl+R)</source>
        <translation>运行程序（Ctrl+R）</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Stop the program (Ctrl+.); what it did until then is shown</source>
        <translation>停止程序（Ctrl+.）；到此为止所做的仍会显示</translation>
    </message>
    <message>
        <source>running…</source>
        <translation>正在运行…</translation>
    </message>
    <message>
        <source>Tape</source>
        <translation>记录带</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Read the text otherwise</source>
        <translation>换一种方式读文本</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Read this text as a formula</source>
        <translation>把这段文本当作公式来读</translation>
    </message>
    <message>
        <source>Read this text as a program in Python</source>
        <translation>把这段文本当作 Python 程序来读</translation>
    </message>
    <message>
        <source>A formula prints nothing. A program does.</source>
        <translation>公式不打印任何内容，程序才会。</translation>
    </message>
    <message>
        <source>This program has not run yet.</source>
        <translation>这个程序还没有运行。</translation>
    </message>
    <message>
        <source>The program printed nothing.</source>
        <translation>程序没有打印任何内容。</translation>
    </message>
    <message>
        <source>La&amp;nguage</source>
        <translation>语言(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;As the Desktop</source>
        <translation>跟随桌面(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>重做 %1(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>撤销 %1(&amp;U)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>%1 is no longer there. Saving writes it again.</source>
        <translation>%1 已经不在了。保存会重新写出它。</translation>
    </message>
    <message>
        <source>%1 was changed by another program.</source>
        <translation>%1 被其他程序修改过。</translation>
    </message>
    <message>
        <source>%1 was changed by another program. Reading it again gives up your changes.</source>
        <translation>%1 被其他程序修改过。重新读取会放弃你的修改。</translation>
    </message>
    <message>
        <source>%1 is open in another window of Backstep, too. Whoever saves last overwrites the other.</source>
        <translation>%1 也在 Backstep 的另一个窗口中打开着。后保存的会覆盖先保存的。</translation>
    </message>
    <message>
        <source>Backstep ended unexpectedly.</source>
        <translation>Backstep 曾意外终止。</translation>
    </message>
    <message>
        <source>Work that was not saved can be restored:</source>
        <translation>可以恢复尚未保存的内容：</translation>
    </message>
    <message>
        <source>What happened is written in %1. It says nothing of what you typed.</source>
        <translation>发生的情况写在 %1 中，其中没有你输入的任何内容。</translation>
    </message>
    <message>
        <source>&amp;Handbook</source>
        <translation>手册(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Tutorial: Ten Minutes</source>
        <translation>教程：十分钟(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Ways of looking</source>
        <translation>观察方式</translation>
    </message>
    <message>
        <source>Two &amp;Graphs Side by Side</source>
        <translation>并排显示两张计算图(&amp;G)</translation>
    </message>
    <message>
        <source>Two graphs</source>
        <translation>两张计算图</translation>
    </message>
    <message>
        <source>The same graph in forward mode</source>
        <translation>前向模式下的同一张计算图</translation>
    </message>
    <message>
        <source>Jacobian</source>
        <translation>雅可比</translation>
    </message>
    <message>
        <source>Modes</source>
        <comment>forward and reverse</comment>
        <translation>模式</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Orders</source>
        <comment>of differentiation</comment>
        <translation>阶数</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>&amp;Ways of Looking</source>
        <translation>观察方式(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Jacobian and Seed</source>
        <translation>雅可比矩阵与种子(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Forward and Reverse</source>
        <translation>前向与反向(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Paths and Their Sum</source>
        <translation>路径及其总和(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Second Order</source>
        <translation>二阶导数(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Checks of the Gradients</source>
        <translation>梯度检查(&amp;C)</translation>
    </message>
    <message>
        <source>Forward mode at the left, reverse mode at the right</source>
        <translation>左边是前向模式，右边是反向模式</translation>
    </message>
    <message>
        <source>Panes</source>
        <translation>窗格</translation>
    </message>
    <message>
        <source>A step to be predicted.</source>
        <translation>这一步要由你来预测。</translation>
    </message>
    <message>
        <source>Show &amp;Elements</source>
        <translation>展开元素(&amp;E)</translation>
    </message>
    <message>
        <source>Show Each Node as a C&amp;urve</source>
        <translation>把每个节点显示为曲线(&amp;U)</translation>
    </message>
    <message>
        <source>Beneath each node its value along the plotted input, and the slope of f in it</source>
        <translation>在每个节点下面，画出它的值随横轴输入的变化，以及 f 对它的斜率</translation>
    </message>
    <message>
        <source>&amp;Go to Its Step</source>
        <translation>转到它的那一步(&amp;G)</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>Choose an operation in the graph first.</source>
        <translation>请先在计算图中选择一个运算。</translation>
    </message>
    <message>
        <source>%1, in elements</source>
        <translation>%1，按元素展开</translation>
    </message>
    <message>
        <source>&amp;Difference Quotients</source>
        <translation>差商(&amp;D)</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>Difference quotients, their step h and their error (Ctrl+Shift+H)</source>
        <translation>差商，以及它的步长 h 与误差（Ctrl+Shift+H）</translation>
    </message>
    <message>
        <source>Difference quotients</source>
        <translation>差商</translation>
    </message>
    <message>
        <source>Pre&amp;dict</source>
        <translation>预测(&amp;D)</translation>
    </message>
    <message>
        <source>predict</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Say each number before it is shown (Ctrl+Shift+P)</source>
        <translation>在显示每个数之前先说出它（Ctrl+Shift+P）</translation>
    </message>
    <message>
        <source>Show the S&amp;core of Predictions</source>
        <translation>显示预测的成绩(&amp;C)</translation>
    </message>
    <message>
        <source>Continue the graph by derivatives</source>
        <translation>用导数延续计算图</translation>
    </message>
    <message>
        <source>First Gradient that Is Exactly &amp;0 or None</source>
        <translation>第一个恰为 0 或缺失的梯度(&amp;0)</translation>
    </message>
    <message>
        <source>Show W&amp;hat Is Cut Off</source>
        <translation>显示被截断的内容(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Go to the Step of This Line</source>
        <translation>转到此行对应的步骤(&amp;G)</translation>
    </message>
    <message>
        <source>Forward mode beside reverse mode, stepped together</source>
        <translation>前向模式与反向模式并列，同步前进</translation>
    </message>
    <message>
        <source>Forward mode above, reverse mode below</source>
        <translation>上：前向模式，下：反向模式</translation>
    </message>
    <message>
        <source>Border between the graphs</source>
        <translation>计算图之间的分隔条</translation>
    </message>
</context>
<context>
    <name>backstep::MathLabel</name>
    <message>
        <source>Copy as LaTeX</source>
        <translation>复制为 LaTeX</translation>
    </message>
    <message>
        <source>Copy as Text</source>
        <translation>复制为文本</translation>
    </message>
</context>
<context>
    <name>backstep::ModesPage</name>
    <message>
        <source>What the modes cost</source>
        <translation>两种模式的代价</translation>
    </message>
    <message>
        <source>Tangents and adjoints</source>
        <translation>切向量与伴随值</translation>
    </message>
    <message>
        <source>Input whose tangent is 1</source>
        <translation>切向量为 1 的输入</translation>
    </message>
    <message>
        <source>tangent 1 at</source>
        <translation>切向量 1 位于</translation>
    </message>
    <message>
        <source>n = %1 in, m = %2 out: forward mode needs fewer passes for all derivatives.</source>
        <comment>numbers put in, numbers that come out</comment>
        <translation>n = %1 个输入，m = %2 个输出：求全部导数时，前向模式需要的趟数更少。</translation>
    </message>
    <message>
        <source>n = %1 in, m = %2 out: both modes need as many passes.</source>
        <comment>numbers put in, numbers that come out</comment>
        <translation>n = %1 个输入，m = %2 个输出：两种模式需要的趟数相同。</translation>
    </message>
    <message>
        <source>n = %1 in, m = %2 out: reverse mode needs fewer passes for all derivatives.</source>
        <comment>numbers put in, numbers that come out</comment>
        <translation>n = %1 个输入，m = %2 个输出：求全部导数时，反向模式需要的趟数更少。</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>reverse</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>passes needed</source>
        <translation>所需趟数</translation>
    </message>
    <message>
        <source>Forward: one for each number put in. Reverse: one for each number that comes out.</source>
        <translation>前向：每个输入的数一趟。反向：每个输出的数一趟。</translation>
    </message>
    <message>
        <source>one pass: products</source>
        <translation>一趟：乘法</translation>
    </message>
    <message>
        <source>One for each edge it crosses: what arrives, times the local derivative</source>
        <translation>每经过一条边一次：到达的内容乘以局部导数</translation>
    </message>
    <message>
        <source>one pass: sums</source>
        <translation>一趟：加法</translation>
    </message>
    <message>
        <source>Where more than one contribution meets</source>
        <translation>在多份贡献汇合的地方</translation>
    </message>
    <message>
        <source>all passes: both</source>
        <translation>全部各趟：两者合计</translation>
    </message>
    <message>
        <source>Products and sums of all passes that are needed</source>
        <translation>所需各趟的乘法与加法总数</translation>
    </message>
    <message>
        <source>numbers held at once</source>
        <translation>同时保存的数</translation>
    </message>
    <message>
        <source>At the worst moment of one pass. Forward mode drops a value when its last user has run; reverse mode keeps those that a rule will want.</source>
        <translation>一趟中占用最多的时刻。前向模式在最后一个使用者运行之后就丢弃一个值；反向模式保留求导法则将要用到的值。</translation>
    </message>
    <message>
        <source>No backward() began at %1: only forward mode is shown.</source>
        <translation>没有从 %1 开始的 backward()：只显示前向模式。</translation>
    </message>
    <message>
        <source>At this step forward mode has crossed %1 of %2 edges, reverse mode %3 of %4.</source>
        <translation>在这一步，前向模式已走过 %2 条边中的 %1 条，反向模式已走过 %4 条边中的 %3 条。</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>tangent</source>
        <translation>切向量</translation>
    </message>
    <message>
        <source>adjoint</source>
        <translation>伴随值</translation>
    </message>
</context>
<context>
    <name>backstep::NodeTexts</name>
    <message>
        <source>value not yet computed</source>
        <translation>值尚未计算</translation>
    </message>
    <message>
        <source>value %1</source>
        <translation>值 %1</translation>
    </message>
    <message>
        <source>no adjoint</source>
        <translation>没有伴随值</translation>
    </message>
    <message>
        <source>adjoint not yet computed</source>
        <translation>伴随值尚未计算</translation>
    </message>
    <message>
        <source>adjoint %1</source>
        <translation>伴随值 %1</translation>
    </message>
    <message>
        <source>no tangent</source>
        <translation>没有切向量</translation>
    </message>
    <message>
        <source>tangent not yet computed</source>
        <translation>切向量尚未计算</translation>
    </message>
    <message>
        <source>tangent %1</source>
        <translation>切向量 %1</translation>
    </message>
    <message>
        <source>saved for the backward pass: %1</source>
        <translation>为反向传播保存：%1</translation>
    </message>
</context>
<context>
    <name>backstep::OrdersPage</name>
    <message>
        <source>Orders of differentiation</source>
        <translation>求导的阶数</translation>
    </message>
    <message>
        <source>The graph shows</source>
        <translation>计算图显示</translation>
    </message>
    <message>
        <source>f</source>
        <comment>the function</comment>
        <translation>f</translation>
    </message>
    <message>
        <source>f and f′</source>
        <translation>f 与 f′</translation>
    </message>
    <message>
        <source>f, f′ and f″</source>
        <translation>f、f′ 与 f″</translation>
    </message>
    <message>
        <source>There is no more to draw, or more than can be read</source>
        <translation>没有更多可画的内容，或者多得无法看清</translation>
    </message>
    <message>
        <source>The graph of f alone</source>
        <translation>只有 f 的计算图</translation>
    </message>
    <message>
        <source>The backward pass is recorded and drawn as the continuation of the graph</source>
        <translation>反向传播被记录下来，并画成计算图的延续</translation>
    </message>
    <message>
        <source>new</source>
        <comment>operations that a derivative adds</comment>
        <translation>新增</translation>
    </message>
    <message>
        <source>reused</source>
        <comment>operations</comment>
        <translation>沿用</translation>
    </message>
    <message>
        <source>all</source>
        <comment>operations</comment>
        <translation>合计</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>没有记录任何内容。</translation>
    </message>
    <message>
        <source>No backward pass of this program was recorded. With create_graph=True it is, and can be differentiated again.</source>
        <translation>这个程序没有记录任何一趟反向传播。写上 create_graph=True 就会记录，并可以再次求导。</translation>
    </message>
    <message>
        <source>The derivative of order %1 is 0 everywhere: nothing is left to compute.</source>
        <translation>%1 阶导数处处为 0：没有可以计算的内容了。</translation>
    </message>
    <message>
        <source>Order %1 takes %2 operations, %3 times as many as the function itself: every rule adds operations, and the next derivative goes through all of them.</source>
        <translation>%1 阶需要 %2 个运算，是函数本身的 %3 倍：每条求导法则都会增加运算，而下一阶导数要经过所有这些运算。</translation>
    </message>
</context>
<context>
    <name>backstep::OutputPage</name>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
</context>
<context>
    <name>backstep::OutputView</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;Everything</source>
        <translation>全部复制(&amp;E)</translation>
    </message>
</context>
<context>
    <name>backstep::PathBandView</name>
    <message numerus="yes">
        <source>… and %n more path(s)</source>
        <translation>
            <numerusform>……以及另外 %n 条路径</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 from %2 to %3: %4.
Click to trace the program at this %1.</source>
        <translation>%1 从 %2 到 %3：%4。
点击可查看程序在这个 %1 处的运行。</translation>
    </message>
    <message>
        <source>Paths through the program</source>
        <translation>程序经过的路径</translation>
    </message>
</context>
<context>
    <name>backstep::PathsPage</name>
    <message>
        <source>Paths</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>No path leads from %1 to %2.</source>
        <translation>没有从 %1 通向 %2 的路径。</translation>
    </message>
    <message>
        <source>These are the %1 with the largest products; the others are added up below.</source>
        <translation>这里是乘积最大的 %1 条，其余的在下面合计。</translation>
    </message>
    <message>
        <source>These are the first %1; the others are added up below.</source>
        <translation>这里是前 %1 条，其余的在下面合计。</translation>
    </message>
    <message>
        <source>%1 paths lead from %2 to %3.</source>
        <translation>有 %1 条路径从 %2 通向 %3。</translation>
    </message>
    <message>
        <source>One path leads from %1 to %2: its product is the gradient.</source>
        <translation>有一条路径从 %1 通向 %2：它的乘积就是梯度。</translation>
    </message>
    <message>
        <source>One path leads from %1 to %2: what arrives over it is the gradient.</source>
        <translation>有一条路径从 %1 通向 %2：经由它到达的内容就是梯度。</translation>
    </message>
    <message>
        <source>%1 paths lead from %2 to %3. Their products add up to the gradient.</source>
        <translation>有 %1 条路径从 %2 通向 %3。它们的乘积相加就是梯度。</translation>
    </message>
    <message>
        <source>%1 paths lead from %2 to %3. What arrives over them adds up to the gradient.</source>
        <translation>有 %1 条路径从 %2 通向 %3。经由它们到达的内容相加就是梯度。</translation>
    </message>
    <message>
        <source>number</source>
        <comment>the shape of a value that is one number</comment>
        <translation>一个数</translation>
    </message>
    <message>
        <source>all other paths</source>
        <translation>其余所有路径</translation>
    </message>
    <message>
        <source>sum: the gradient of %1</source>
        <translation>总和：%1 的梯度</translation>
    </message>
    <message>
        <source>path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>product</source>
        <translation>乘积</translation>
    </message>
    <message>
        <source>arrives over it</source>
        <translation>经由它到达</translation>
    </message>
</context>
<context>
    <name>backstep::PlotView</name>
    <message>
        <source>No finite value in this range.</source>
        <translation>此范围内没有有限的值。</translation>
    </message>
    <message>
        <source>%1(%2) = %3</source>
        <translation>%1(%2) = %3</translation>
    </message>
    <message>
        <source>slope %1</source>
        <translation>斜率 %1</translation>
    </message>
    <message>
        <source>%1, slope %2</source>
        <translation>%1，斜率 %2</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>曲线图</translation>
    </message>
    <message>
        <source>Nothing is plotted yet.</source>
        <translation>还没有画任何曲线。</translation>
    </message>
    <message>
        <source>Plot of %1(%2)</source>
        <translation>%1(%2) 的曲线图</translation>
    </message>
    <message>
        <source>%1 from %2 to %3.</source>
        <translation>%1 从 %2 到 %3。</translation>
    </message>
    <message>
        <source>Interrupted at %1: %2.</source>
        <translation>在 %1 处中断：%2。</translation>
    </message>
    <message>
        <source>Interrupted from %1 to %2: %3.</source>
        <translation>从 %1 到 %2 中断：%3。</translation>
    </message>
</context>
<context>
    <name>backstep::PredictBox</name>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Your prediction</source>
        <translation>你的预测</translation>
    </message>
    <message>
        <source>a number or an expression</source>
        <translation>一个数或表达式</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Numbers that may be used in the answer</source>
        <translation>可以用在答案中的数</translation>
    </message>
    <message>
        <source>At the first try: %1 of %2. Later: %3. Shown: %4.</source>
        <translation>第一次就答对：%1 / %2。后来答对：%3。演示：%4。</translation>
    </message>
</context>
<context>
    <name>backstep::Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>New documents</source>
        <translation>新文档</translation>
    </message>
    <message>
        <source>Draw the graph from &amp;left to right</source>
        <translation>计算图从左到右画(&amp;L)</translation>
    </message>
    <message>
        <source>Show co&amp;nstants</source>
        <translation>显示常数(&amp;N)</translation>
    </message>
    <message>
        <source>Plot the &amp;second derivative, too</source>
        <translation>同时画出二阶导数(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Let contributions &amp;travel along their edges</source>
        <translation>让贡献沿边移动(&amp;T)</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动画</translation>
    </message>
</context>
<context>
    <name>backstep::RangePopup</name>
    <message>
        <source>Range of %1</source>
        <translation>%1 的范围</translation>
    </message>
    <message>
        <source>Least value of %1</source>
        <translation>%1 的最小值</translation>
    </message>
    <message>
        <source>Greatest value of %1</source>
        <translation>%1 的最大值</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
</context>
<context>
    <name>backstep::RepairBanner</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>What the repair would change</source>
        <translation>修复会改变的内容</translation>
    </message>
</context>
<context>
    <name>backstep::Scrubber</name>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
</context>
<context>
    <name>backstep::StepCard</name>
    <message>
        <source>This step</source>
        <translation>当前步</translation>
    </message>
    <message>
        <source>%1 keeps no values for the backward pass.</source>
        <translation>%1 没有为反向传播保留任何值。</translation>
    </message>
    <message>
        <source>Of the forward pass its rule needs what %1 kept: %2.</source>
        <translation>它的求导法则需要前向传播中 %1 保留的内容：%2。</translation>
    </message>
    <message>
        <source>%1 keeps for the backward pass: %2.</source>
        <translation>%1 为反向传播保留：%2。</translation>
    </message>
</context>
<context>
    <name>backstep::TapeModel</name>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>not yet computed</source>
        <translation>尚未计算</translation>
    </message>
    <message>
        <source>no tangent</source>
        <translation>没有切向量</translation>
    </message>
    <message>
        <source>no adjoint</source>
        <translation>没有伴随值</translation>
    </message>
    <message>
        <source>node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>expression</source>
        <translation>表达式</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>tangent</source>
        <translation>切向量</translation>
    </message>
    <message>
        <source>adjoint</source>
        <translation>伴随值</translation>
    </message>
</context>
<context>
    <name>backstep::TapeView</name>
    <message>
        <source>Tape</source>
        <translation>记录带</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>1 contribution of %1 has reached %2</source>
        <translation>已有 1 份贡献到达 %2，共 %1 份</translation>
    </message>
    <message numerus="yes">
        <source>%n contributions of %1 have reached %2</source>
        <translation>
            <numerusform>已有 %n 份贡献到达 %2，共 %1 份</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>step; what has arrived</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Copy as &amp;Text</source>
        <translation>复制为文本(&amp;T)</translation>
    </message>
    <message>
        <source>Copy as &amp;CSV</source>
        <translation>复制为 CSV(&amp;C)</translation>
    </message>
    <message>
        <source>Copy as &amp;LaTeX</source>
        <translation>复制为 LaTeX(&amp;L)</translation>
    </message>
</context>
<context>
    <name>backstep::TimelineBar</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>no steps</source>
        <translation>没有步骤</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>第一步</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>最后一步</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>½×</source>
        <translation>½×</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Speed of playing</source>
        <translation>播放速度</translation>
    </message>
    <message>
        <source>Speed of playing: %1</source>
        <translation>播放速度：%1</translation>
    </message>
</context>
<context>
    <name>backstep::ValueField</name>
    <message>
        <source>This is not a number.</source>
        <translation>这不是数。</translation>
    </message>
</context>
<context>
    <name>backstep::WaysView</name>
    <message>
        <source>of</source>
        <comment>the derivatives of an output</comment>
        <translation>求</translation>
    </message>
    <message>
        <source>by</source>
        <comment>the derivatives by an input</comment>
        <translation>对</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
</context>
</TS>
