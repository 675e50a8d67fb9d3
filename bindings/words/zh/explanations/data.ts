/** Short explanations of errors of arrays, files of data and steps, in Chinese. */
export const data = {
  'not-ready': '在 ready() 完成之前调用了数组函数；请在首次调用之前写 await ready()。',
  'foreign-module':
    '所给的 WebAssembly 模块不是本程序包的；请传入同一版本的 wasmetrics.wasm 或 linear.wasm。',
  'other-build':
    '模型用一个版本的核心估计，而自助法用了另一版本的引擎；请给两者相同的 engine，或在 bootstrap 中省去。',
  'no-relaxed-simd':
    'relaxed 版本需要该环境没有的 WebAssembly 指令；请用默认版本，或 Node 22 以上、Chromium 或 Firefox。',
  'cannot-compile':
    "环境不能编译 WebAssembly，或被安全策略禁止；请将已编译的模块传给 init({ module })，或在页面策略中允许 'wasm-unsafe-eval'。",
  'cannot-load':
    '无法读取文件：init({ url }) 地址处的 WebAssembly 模块，或本软件库在使用时才载入的部分；请提供同一构建的全部文件。',
  'statistic-failed':
    '被自助的函数在某次重复中抛出错误；请用消息所列的行调用该函数，并处理它不能使用的样本。',
  'bad-statistic':
    '被自助的函数没有返回数，或返回的个数与全部行时不同；请返回一个数，或长度不变的列表。',
  'non-finite-statistic':
    '被自助的函数在某次重复中返回 NaN 或无穷大；请用含重复行的样本检查，例如是否除以零。',
  'many-groups':
    '分组变量的不同取值极多，是连续变量；请用 continuous 与解释变量相乘、在 build 中切分，或用 levels 选取。',
  'nothing-checked':
    '印刷的表中没有可相互核对的数：系数没有标准误、t、p 和区间，或没有说明括号内的数；请在注释中说明，或写成长格式。',
  'nothing-compared':
    '研究的表中没有找到印刷的数：表、列或行的名称不同；请指定表，例如 T4=table.tex，并使用研究所印的名称。',
  'file-exists': 'init 要写的文件已存在；请换名，或删去该文件。',
  'too-few-columns':
    '起步的研究需要被解释变量和解释变量：两列有变异且同行有值的数；请用 describe 查看，必要时声明数的格式。',
  'unreadable-xlsx':
    '工作簿已损坏、不完整、加密或为其他格式（例如 .xls）；请用电子表格程序打开并另存为 .xlsx。',
  'not-streamed':
    'stream 为 true，而模型或文件需要把所有行放入内存；请去掉 stream，或换用可流式估计的模型。',
  'too-many-texts':
    '流式读取的文本列不同取值过多，内存放不下；请声明数的格式、编码为数，或不放入模型。',
  'too-many-values': '流式读取的聚类变量或 i() 变量不同取值过多，内存放不下；请归并取值。',
  'temporary-file': '流式读取使用的临时文件无法写入或读取；请将 TMPDIR 设为有足够空间的文件夹。',
  'unknown-sheet': '工作簿没有该名称或编号的工作表；请按消息所列指定，或给出从 1 起的编号。',
  'bad-range': '范围不是工作表的一部分，首个单元格应在末个的左上方；请写成 A3:H34，或整列 A:H。',
  'bad-row': '工作表的行应为从 1 起的整数；请给出电子表格程序所示的行号。',
  'bad-frequency':
    '所声明的时期单位比日期更短，或时期变量没有日期；请声明更长的单位、省去 panel.frequency，或在 data.types 中声明类型。',
  'bad-json': '文件不是有效的 JSON，或不是表；请更正消息所指之处，缺失值写 null。',
  'bad-sql':
    'DuckDB 拒绝了查询，或查询不是对同一文件夹下文件的单个 SELECT；请更正，文件路径相对于模型文件的文件夹。',
  'missing-package': '某些格式所需的程序包没有安装；请运行消息所给的 npm 命令。',
  'not-writable': '该格式不能存放表中的某个值，例如 Stata 文件中的无穷大；请换用格式，或去掉该值。',
  'unreadable-dta':
    'Stata 数据文件已损坏、不完整或为不能读取的版本；请在 Stata 中重新保存，旧版本用 saveold。',
  'unreadable-parquet': 'Parquet 文件已损坏、不完整或压缩方式不能读取；请重新复制或写出。',
  'unreadable-arrow': 'Arrow 或 Feather 文件已损坏或不完整；请重新复制或写出。',
  'unreadable-file': '无法读取文件或地址；请检查路径、权限和网络。',
  'wrong-format': '文件内容的格式与其名称或 format 选项不符；请省去 format，或检查文件是否完整。',
  'build-syntax':
    '新变量的表达式无法读取，插入符指出位置；请更正，特殊的变量名用反引号，文本用引号。',
  'build-type': '表达式某部分的类型有误；请将数比较成条件，例如 x == 1，或在文件中声明该列的类型。',
  'where-type': '筛选不是条件，或其某部分类型有误；请写成比较，例如 x > 0，文本用引号。',
  'column-exists': '新变量与已有变量同名；请换名，或用 replace: true 覆盖，合并的变量可用 rename。',
  'merge-key-type':
    '合并键在两个文件中类型不同，例如文本 001 与数 1；请在其中一个文件声明类型，例如 types: {id: text}。',
  'duplicate-merge-keys':
    '合并键在文件中（1:1 合并时也在数据中）重复出现；请在 on 中加入能区分各行的变量，或更正文件。',
  'bad-append':
    '追加的文件中某个变量的类型或值标签与数据不同；请声明类型、重新编码，或用 rename 另取名称。',
  'bad-reshape': '列和行不符合 reshape 的要求；请按消息检查模式、id 变量和各列的类型。',
  'duplicate-reshape-keys':
    '两行有相同的 id，或相同的 id 和时期；请在 id 中加入能区分各行的变量，或更正文件。',
};
