/** Short explanations of warnings, in Chinese. */
export const warnings = {
  'rejected-process':
    'Hansen 检验拒绝了生成模拟过程参数的模型，模拟得到的检验水平和功效未必适用；请从未被拒绝的模型出发模拟。',
  'no-effect-variance':
    '模拟过程的个体效应方差估计为零，与其成比例的初始条件违背无从模拟，已略去。',
  'many-instruments':
    '工具变量相对个体过多：估计偏向 OLS，Hansen 检验很少拒绝；用 collapse 或较短的滞后。',
  'too-many-instruments':
    '工具变量多于个体：两步加权矩阵奇异，估计偏向最小二乘，Hansen 检验没有功效；请用 collapse、较短的滞后、pca 或 steps: 1。',
  'collinear-instruments':
    '部分工具变量是其他工具变量的线性组合；请去掉重复列出的变量和被包含的滞后窗口，或用 collapse: true。',
  'fewer-components':
    '设定的主成分个数多于 GMM 式工具变量所有的个数；请减小 pca，或设为 auto（保留特征值大于 1 的主成分）。',
  'hansen-without-power':
    'Hansen 检验的 p 值接近 1，或 p 值高而工具变量多于个体，不能说明工具变量有效；请减少工具变量后比较，并用 diffHansen 检验子集。',
  'regressor-without-instruments':
    '某个解释变量不在任何一组工具变量中，也没有设定角色；请设为 endogenous、predetermined 或 exogenous，或列入 gmm 或 iv。',
  'singular-weighting':
    '矩条件的协方差矩阵奇异，以其 Moore-Penrose 逆为加权矩阵；请减少工具变量、使用更细的聚类，或用 steps: 1。',
  'no-transformed-rows':
    '没有个体有两行完整数据可供变换；请用时期更完整的面板，或设 gaps: bridge、transform: fod。',
  'outside-bounds':
    '被解释变量滞后项的系数低于组内估计或高于混合最小二乘估计，而一致估计应在两者之间；请尝试其他滞后、角色或 system。',
  'collinear-omitted':
    '某个解释变量是其他变量、常数项或被吸收效应的线性组合，已略去；若要略去别的变量，请在公式中把它写在后面。',
  'collinear-time-effects':
    '部分时期虚拟变量与其他解释变量共线，已略去；请去掉同一时期各个体取值相同的变量，或设 timeEffects: false。',
  'negative-r2': 'R2 为负：工具变量估计不使残差平方和最小，这是正常的；请依据各检验判断模型。',
  'no-diagnostics':
    '该样本无法计算工具变量的各项检验；请消除警告所说的原因，或设 diagnostics: false。',
  'dependent-moments': '部分矩条件是其他矩条件的线性组合；请去掉 gmm 和 iv 中重复的组。',
  'powerless-s': '矩条件相对个体过多，S 达不到临界值，因而从不拒绝；请减少工具变量。',
  'no-conditional-rank': '每个矩条件对应的个体或聚类不足两个，条件秩无法可靠计算；请减少工具变量。',
  'unsettled-projection':
    '起点用尽时，投影集的搜索仍在找到新的系数取值，所得集合可能过小；请增加 places、简化模型，或改用 S 的投影集。',
  'uncorrected-two-step':
    '两步标准误未对估计的加权矩阵作修正，因而偏小；请用 vcov: {type: windmeijer}。',
  'indefinite-covariance':
    '多重聚类的协方差矩阵有负特征值，已作调整；请减少 vcov.cluster 中的变量。',
  'few-clusters':
    '聚类数少于 42 时聚类标准误偏小；可用 CV3 或野生聚类自助法比较。更粗的聚类没有帮助。',
  'row-wise-errors': '同一个体的各行误差相关，HC 标准误不一致或偏小；请按个体聚类。',
  'perfect-fit':
    '残差只是舍入误差：解释变量完全解释了被解释变量；请检查是否有由被解释变量构造的变量。',
  'extreme-scale': '某列过大或过小，其平方超出双精度范围；请改变该列的单位。',
  'zero-variance':
    '某系数的得分在各聚类内相互抵消，方差为零，标准误没有意义；请用更细的聚类，或用普通或 HC 协方差。',
  'largest-bandwidth':
    '自动带宽达到时期数所允许的最大值，标准误偏小；请设定较小的带宽，或用其他协方差。',
  saturated:
    '部分行或聚类的杠杆值为 1，由某个系数完全拟合，稳健标准误不可靠；请去掉只对应一行或一个聚类的虚拟变量。',
  'uncentred-r2':
    '没有常数项时，R2 以被解释变量本身（而非对均值的离差）为基准，不能与其他模型比较；请保留常数项。',
  'constant-outcome': '样本中被解释变量为常数，没有可解释的变异；请检查 where 和数据。',
  'group-of-one':
    '样本中有只含一个观测的个体，对组内估计没有贡献；可用 where 排除，或用 effects: random。',
  'no-unit-variance':
    '个体效应方差的估计为零，随机效应等同于混合最小二乘；若效应可能与解释变量相关，请用 effects: within。',
  'not-converged': '迭代在收敛之前停止，结果不可靠；请用 steps: 2，或减少工具变量。',
  'singular-difference':
    '两个估计之差的协方差矩阵不满秩，检验只用其中可识别的部分；请比较较少的系数。',
  'indefinite-difference':
    'V(b) - V(B) 有负特征值，说明 B 并不有效，检验不可靠；请用不要求有效性的稳健形式。',
  'not-compared': '部分变量只在个体内或只在个体间变化，两个估计中的一个没有其系数，因而未作比较。',
  'few-added-moments':
    '一个模型增加的矩条件少于检验的差异个数；请比较较少的系数，或用差分 Hansen 检验。',
  'failed-replicates':
    '超过 1% 的自助法重复无法估计，其余的未必代表抽样分布；请减少工具变量，原因见结果中的 failures。',
  'fixed-clusters':
    '置换检验中部分聚类的大小独一无二，或个体的时期独一无二，不能与其他聚类交换，因而保持不动；也可用 within 在聚类内置换。',
  'rows-in-no-group':
    '部分行在分组变量上缺失，或其取值不在 levels 之中，不属于任何组；请写入 levels，或用 where 排除。',
  'group-not-estimated':
    '某组无法估计，常因行数或聚类过少；请合并小组、减少解释变量，或在 levels 中只列其他组。',
  bdiff:
    '这是 Stata 命令 bdiff 的 p 值：它置换各行的标签并只计一侧，面板中检验水平不准；请报告 permutation 的 p 值。',
  'switching-units':
    '部分个体的行分属多个组，组间并不独立；可用个体内不变的取值（例如首期值）定义分组。',
  'singular-replicates':
    '部分重复中加权矩阵奇异，使用了 Moore-Penrose 逆；请减少工具变量，或用 steps: 1。',
  'partial-bootstrap':
    '自助法在完成全部重复之前被中止，结果的精度较低；请运行完毕，或用 --resume 和 --checkpoint 继续。',
  'precision-not-reached':
    '重复已全部完成，但蒙特卡洛误差仍大于 bootstrap.precision；请增加 bootstrap.reps，或放宽精度。',
  'failed-jackknife':
    '去掉某些个体后模型无法估计，刀切法和 BCa 区间不可靠；请从 bootstrap.ci 中去掉 bca。',
  'no-replicate-errors':
    '部分重复有估计值而没有标准误，学生化区间只用其余的；请用 bootstrap.ci: percentile，或减少工具变量。',
  'no-bca-interval':
    '某系数的 BCa 区间不存在；请增加 bootstrap.reps，或用 percentile 或 studentized。',
  'confidence-set':
    '由自助法检验反演得到的置信集有间断或无界；请用 percentile 或 normal 区间，或用更多或其他聚类。',
  'no-test':
    '重复的不同取值太少，没有检验能达到所要求的水平；请用 weights: webb、更多聚类或行，或较低的水平。',
  'few-resamples': '可供抽取的行不足 12 行，自助法没有意义；请谨慎使用模型本身的统计量。',
  'index-as-given':
    '模型含有由这些数据估计权重的指数，而 rebuild 为 false，标准误没有反映权重的不确定性；请去掉 rebuild: false。',
  'no-spread':
    '某系数的全部重复相等，或没有系数有正的标准误；请检查被解释变量和解释变量是否为常数或恒等式。',
  'untested-constant':
    '含固定效应的模型之常数项没有野生自助法检验；请检验其他系数，或估计没有效应的模型。',
  'clusters-without-scores':
    '某些聚类中每个解释变量在一个不与其他聚类共有的固定效应的各水平内不变，得分为0，随机权重不起作用；请按其余聚类的个数判断，聚类少时用 Webb 权重。',
  'no-workers':
    '无法启动工作线程，全部由调用线程完成，结果相同但较慢；请设定 workerUrl，或将 workers 设为 0。',
  'checkpoint-not-written':
    '自助法的检查点无法写入，中断后不能继续；请将 --checkpoint 设为可写的文件。',
  'integers-as-text':
    '某列整数超过 2^53，双精度数会将其舍入，因而按文本读取；若为标识无须处理，若用作数值请先舍入。',
  'rounded-integers':
    '含小数的列中有超过 2^53 的整数，已被舍入；若为标识，请在来源程序中写成整数或文本。',
  'number-out-of-range': '某个数超出双精度范围（例如 1e400）；请更正或留空。',
  'leading-zeros': '同一列的数有的带前导零有的不带（例如 007 和 7），会成为不同的值；请统一写法。',
  'repeated-number':
    '用作代码的数有两种写法（例如 3.1 和 3.10），按同一个值读取；若为不同代码，请将该列声明为文本。',
  'operator-like-name':
    'l.wage、c.x、i.g 等既是算子或因子的写法，又是数据中的变量名；指变量时请用反引号。',
  'overlapping-samples':
    '按名称给出的样本有共同的行，因此各样本的估计并不独立，不宜比较；若本意如此则无须处理，否则请使各条件互斥。',
  'replacement-character':
    '名称或单元格含有字符 U+FFFD，说明来源程序未能读出某些文字；请以 UTF-8 重新导出。',
  'doubtful-encoding':
    '文件按指定的编码读取，但其文本也是有效的 UTF-8，文字可能有误；请改按 UTF-8 读取并核对名称。',
  'no-mean':
    '描述统计表或平衡性检验表中有变量是文本或没有取值，因而没有均值；请改用其取值的虚拟变量。',
  'rows-without-group': '部分行在分组变量上缺失，不属于任何组；可补全取值。',
  'rows-without-key': '部分行缺少个体或时间，不能进入面板；请补全或删除。',
  'irregular-times':
    '没有一个步长能经过面板的所有时间，或步长过短，因而按出现的时间排序；请将时间取整到日、月或年。',
  'period-numbers':
    '时间是形如 201912 的数，可能表示月、季、周或日，相邻时期的间隔会算错；请声明类型，例如 types: {t: "date:ym"}。',
  'missing-codes': '数值、日期或逻辑列中有 NA 之类的词，按缺失处理；请确认它们不是取值。',
  'not-a-number':
    '某列有的单元格是数，有的不是，因而整列按文本读取；请更正，或声明缺失值代码、小数点和千分位。',
  'mixed-decimal-signs':
    '某列的数用小数点，而另一列用小数逗号，点可能是千分位；请设定 decimal 和 thousands。',
  'decimal-comma': '某列的逗号只能是小数逗号，因而按小数读取；可用 decimal: "," 明确设定。',
  'spaces-in-text': '文本列有仅前后空格不同的取值，会成为不同的组；请删去空格。',
  'look-alike-texts': '两个单元格看起来相同但字符不同，会成为不同的值；请统一写法，例如 NFC 形式。',
  'look-alike-names': '两列的名称看起来相同但字符不同；请将其中一列改名。',
  'duplicate-names': '文件中有同名的列，已加编号；请改名，或使用新的名称。',
  'blank-names': '文件中有一列没有名称，已另外命名；请补上名称。',
  'title-line': '首行只有一个单元格，像是标题而非列名；请将 header 设为列名所在的行。',
  'trailing-delimiters': '各行以不属于任何列的分隔符结尾，已略去；若缺少单元格请检查文件。',
  'mixed-column':
    '某列的单元格类型不一，例如日期和数，因而按文本读取；请更正所指的单元格，或声明为缺失值代码。',
  'other-sheets': '工作簿有多个工作表而未指定，读取了第一个；请指定工作表。',
  'numbers-as-text':
    '文本列的所有单元格都是数，年鉴的 Excel 文件常如此存储；请按消息设置选项，或声明该列的类型。',
  'lines-above': '空行之上的各行都比其下各行短，视为前言而略去；请将 header 设为列名所在的行。',
  'blanks-separate':
    '各行没有其他分隔符，词数相同且含有数，因此以空格分隔；请设 delimiter: whitespace 或文件实际的分隔符。',
  'title-rows':
    '工作表表头之上有只含一个单元格的行，视为标题而略去；请将 header 设为列名所在的行。',
  'heading-rows':
    '首个含数的行之上有几行文本，视为变量名、变量组、标签和单位；请将 header 设为这些行，或仅设为列名所在的行。',
  'note-rows':
    '工作表末尾各行只含一个单元格，其开头像注释、横跨多列或位于空行之下，视为注释而略去；请将 lastRow 设为数据的最后一行。',
  'empty-rows': '列名与末行之间有空行，已跳过；若下方是另一个表，请指定范围。',
  'merged-cells': '数据中有合并单元格，只有一个单元格有值；可用 fillMerged 重复该值。',
  'uncomputed-formulas':
    '生成工作簿的程序没有计算公式，这些单元格缺失；请用电子表格程序打开并保存。',
  'hidden-cells':
    '工作表中有手动、筛选或分组隐藏的行或列，仍照常读取；请取消隐藏加以查看，若不应计入则删除或用 where 排除。',
  'total-rows':
    '文本列中有合计、全国、平均等名称，这些行会像观测一样计入模型；请按消息设置 where，若位于末尾也可设 lastRow。',
  'cell-errors': '单元格显示 #N/A、#DIV/0! 等错误，按缺失处理；若应有值请更正公式。',
  'column-left-out':
    '文件或查询中某列的取值（例如列表）不能成为表的列，已略去；请拆成多列，或在查询中转换。',
  'undefined-cells':
    '新变量在部分行缺失，尽管其输入存在：零或负数的对数、除以零或超出范围；请检查这些行，必要时改用其他变换。',
  'reshape-leading-zeros':
    '部分列名中的数以零开头（例如 m01），时期按数值读取；可用 text: true 保留零。',
  'reshape-other-columns':
    '部分列符合 reshape 的模式，但花括号对应的部分不是整数（例如 gdp2018e），已略去；请改名、改模式或用 text: true。',
  'appended-columns':
    '追加的文件缺少数据中的某些变量，或多出其他变量；缺少处记为缺失。含义相同的变量请用 rename 统一名称。',
  'unmatched-rows':
    '部分行在被合并的文件中没有相同的键，合并的变量缺失；请核对所列键的写法，或补全文件。',
  'different-labels': '合并键在两个文件中的值标签不同，同一个数含义不同；请确认两者编码一致。',
  'unknown-label': '为结果中不存在的名称设定了标签；请按不带标签时表中的名称书写，或去掉该标签。',
  'default-left-out':
    '研究的某项默认设置不适用于该模型的估计方法，已略去；请写在适用的模型中，或从 defaults 中去掉。',
  'wide-table': '表格比页面宽，因此被缩小、横排或拆分；可用 wide 选择，或减少列数。',
  'long-table':
    '表格行数超过一页，因此跨页排印并重复表头；可用 keep、drop、fold 或 indicate 减少行数。',
  'key-without-effect':
    '该格式无法表现此项设置，表格按没有它的样子写出；请去掉该项或换用其他格式。',
  'table-too-wide': '表的列数超出该样式一页的宽度；请拆成多个表或面板，或选用更宽的样式。',
  'stars-without-legend':
    '估计值带有星号，而注释没有说明含义；请在 notes 中加入 auto，或设 stars: false。',
  'errors-unnamed': '注释没有说明标准误的类型；请在 notes 中加入 auto，或自行注明。',
  'samples-differ':
    '一个模型的解释变量都包含在另一个之中，而两者观测数不同，系数变化可能来自样本；请都用较小的样本估计。',
  'stars-lost-in-bootstrap': '按自助法的 p 值，某系数的星号会减少；请同时报告自助法的 p 值或区间。',
  'tiny-coefficients':
    '某个不为零的系数或标准误按表中的小数位数会印成 0.000，因此改用两位有效数字；请把变量换成更大的单位（如千元），或设 digits: {significant: 3}。',
  'external-p':
    '其他程序的系数既没有 p 值，也没有可推出 p 值的数，因此不标星号；请添加 p 或 z 列，或以统计量 dfResid 给出残差自由度。',
  'external-columns':
    '其他程序的系数表中，某些列既不是系数的一部分，也不在所有行中相同，因此没有使用；请改名或删除。',
  'not-checked':
    '印刷的表中有无法读取的数，或没有规则核查的统计量；请更正文本，或使用 check 参考中的统计量名称。',
  'partial-first-stage':
    '表中的第一阶段来自保存的结果，其中只有被排除工具变量的系数；请传入模型，以便重新完整估计。',
  'held-fixed':
    '该变量的滞后或差分也是解释变量，边际效应中保持不变；请按名称加上滞后的效应，例如 --of L1.x。',
  'omitted-in-effect': '含该变量的某项因共线被略去，效应不包括它；请查看结果中的 omitted。',
  'no-moderator': '设定了某变量的取值，但边际效应与它无关；请从 at 中去掉，或在公式中加入交互项。',
  'level-residuals':
    "动态面板的残差是水平方程的 y - x'b，包含个体效应；检查序列相关请用 residualDifferenced。",
  'rows-in-differences': '模型以一阶差分估计，预测的是差分；加上前一期的取值即得水平。',
  'rows-of-means': '组间估计以个体均值回归，而各行是原数据，拟合优度不可比；也可先按个体取平均。',
  'effects-not-split':
    '吸收了两个以上的效应，无法分别给出；请用 i() 写出较小的效应，或设 effects: false。',
  'no-leverage': '该估计不是各行的最小二乘、吸收了多个效应或完全拟合，没有杠杆值；请用 influence。',
  'no-standard-errors':
    '预测值含有被吸收的效应，没有标准误；请设 effects: false，或用 i() 在公式中写出效应。',
  'without-effects':
    "预测值为 x'b，不含随机效应或动态面板的个体效应；随机效应模型可用 augment 得到预测的个体效应。",
  'no-interval':
    '某系数没有有限的标准误，因而没有置信区间；请查看零方差或共线的警告，或选择其他系数。',
  'no-band':
    '路径上各系数的协方差矩阵奇异，没有同时置信带；请使用多于系数个数的聚类，或画较少的时期。',
  'leverage-of-one':
    '某系数完全拟合一行，其杠杆值为 1，没有标准化残差；请检查是否有只对应该行的虚拟变量。',
  'without-estimate':
    '模型的部分变体，或去掉某个个体的部分样本，无法估计，未画出；原因见 multiverse、influence 或 instruments。',
  'no-score': '部分行缺少某项指标，没有得分；请补全，或去掉经常缺失的指标。',
  'ln-periods':
    '熵除以时期数的对数，流传的一些程序如此；只有除以份额所含行数的对数，熵才介于 0 和 1；除非复现旧结果，请去掉 compat。',
  'zero-score':
    '几何平均中只要有一个值为零即为零，而 min-max 标准化使最差的行为零；请加一个小的平移（例如 0.01），或用算术平均。',
  'low-kmo':
    'KMO 低于 0.5，各指标共有的成分很少，主成分没有意义；请去掉 kmo 最低的指标，或改用加权方法。',
  'tied-components':
    '特征值相等的主成分方向不唯一，得分没有意义；请换用指标、保留较少的主成分（keep n:1），或改用加权方法。',
};
