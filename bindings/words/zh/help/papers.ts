/** Options of studies, tables, figures, other programs and bundles, in Chinese. */
export const papers: Readonly<Record<string, string>> = {
  'folder of the files that the study writes (default: that of the study)':
    '研究写出文件的文件夹（默认：研究所在的文件夹）',
  'data, models and a study that the page opens': '页面所打开的数据、模型和研究',
  'write the page with these files as one HTML file, or as a site if it ends in /':
    '将页面连同这些文件写成一个HTML文件；以 / 结尾时写成网站',
  'port of the server (default: any that is free)': '服务器的端口（默认：任一空闲端口）',
  'print the address, and open no browser': '只输出地址，不打开浏览器',
  'print the address and errors as JSON': '以JSON输出地址和错误',
  'tables and figures to run, as T5,F1 (default: all)': '要运行的表和图，如 T5,F1（默认：全部）',
  'exit with code 8 unless these claims are supported': '这些假设未获支持时以退出码8结束',
  'find numbers in these texts that no longer match the study; the exit code is then 8':
    '找出这些文本中与研究不再相符的数值；此时退出码为8',
  'run again when the study, its data or its templates change, until Ctrl-C':
    '研究、数据或模板改变时重新运行，直至按Ctrl-C',
  'continue bootstraps that were stopped, too': '也继续曾被停止的自助法',
  "folder that keeps bootstraps and comparisons for the next run (default: the user's cache)":
    '为下次运行保存自助法和比较结果的文件夹（默认：用户的缓存）',
  'compute everything, and keep nothing': '全部重新计算，不作保存',
  'what the table shows and how, YAML or JSON': '表的内容与形式，YAML或JSON',
  'print the table and errors as JSON': '以JSON输出表和错误',
  'format (default: by the name of the file, or text)': '格式（默认：按文件名，或 text）',
  'coefficients or patterns, as a,b,/^x/ (default: all but the constant)':
    '系数或模式，如 a,b,/^x/（默认：除常数项外的全部）',
  'names of the models, as "a,b"': '各模型的名称，如 "a,b"',
  'levels of the intervals (default: 0.9 and that of the model)':
    '区间的置信水平（默认：0.9 和模型的水平）',
  'estimate each model with these covariances, as HC1,HC3,CV1:firm':
    '以这些协方差估计每个模型，如 HC1,HC3,CV1:firm',
  'figure to write, as .svg, .png, .pdf or .vl.json (default: print its numbers)':
    '写出的图，如 .svg、.png、.pdf 或 .vl.json（默认：输出图中的数值）',
  'format (default: by the name of the file)': '格式（默认：按文件名）',
  'also write the numbers of the figure, as .csv, .html, .md and others':
    '另写出图中的数值，如 .csv、.html、.md 等',
  'title of the figure': '图的标题',
  'labels of columns and coefficients, as name=label,name=label':
    '变量和系数的标签，如 name=label,name=label',
  'font file for PNG (default: the fonts of the system)': 'PNG所用的字体文件（默认：系统字体）',
  'dots per inch of PNG (default: 300)': 'PNG每英寸的点数（默认：300）',
  'draw without eval, by the package vega-interpreter': '不用eval作图，使用vega-interpreter包',
  'coefficients or patterns, as "/^rel=/" (default: the first factor of numbers)':
    '系数或模式，如 "/^rel=/"（默认：第一个取值为数的因子）',
  'level that the others are compared with (default: that of the formula)':
    '作为基准的水平（默认：公式中的基准）',
  'level of intervals and band (default: that of the model)':
    '区间和置信带的置信水平（默认：模型的水平）',
  'coefficient (default: the first regressor)': '系数（默认：第一个解释变量）',
  'levels that are marked (default: 0.5, 0.9 and that of the model)':
    '标出的置信水平（默认：0.5、0.9 和模型的水平）',
  '1 minus the size of the test (default: that of the model)':
    '1减去检验的水平（默认：模型的水平）',
  'power whose effect is marked (default: 0.8)': '标出达到该功效的效应（默认：0.8）',
  'variable whose effect is drawn, such as x or L1.x': '画出其效应的变量，如 x 或 L1.x',
  'moderator, whose values are on the axis': '调节变量，其取值在横轴上',
  'points of the curve (default: 41)': '曲线的点数（默认：41）',
  'level of the intervals (default: that of the model)': '区间的置信水平（默认：模型的水平）',
  'number of replicates (default: those of the model, or 999)':
    '重复次数（默认：模型的次数，或 999）',
  'seed of the replicates (default: that of the model, or 1)':
    '重复的种子（默认：模型的种子，或 1）',
  'leave out each value of this column in turn; not for dynamic panels':
    '逐一剔除该变量的各取值；不适用于动态面板',
  'choices to combine, such as "steps: [1, 2]"': '要组合的设定，如 "steps: [1, 2]"',
  'print the figure and errors as JSON': '以JSON输出图和错误',
  'column whose values are shown (default: whether there are rows)':
    '显示其取值的变量（默认：是否有数据）',
  'how indicators are weighted: entropy, topsis, pca, equal, given, critic, cv (default: pca)':
    '指标的赋权方法：entropy、topsis、pca、equal、given、critic、cv（默认：pca）',
  'how indicators are weighted: entropy, topsis, pca, equal, given, critic, cv (default: entropy)':
    '指标的赋权方法：entropy、topsis、pca、equal、given、critic、cv（默认：entropy）',
  'programs of export, such as gretl,plm,fixest (default: all that can express the model)':
    'export 的程序，如 gretl,plm,fixest（默认：能表达该模型的全部程序）',
  'rounds in which all take turns': '轮流运行的轮数',
  'replicates of bootstraps, 0 for none (default: those of the model, or 999)':
    '自助法的重复次数，0 表示不作自助法（默认：模型的次数，或 999）',
  'also draw the times of the programs to this file': '并将各程序的用时画成图，写入该文件',
  'time the standard set instead of a model, or cases of it':
    '对标准集（或其中的项目）计时，而非对模型计时',
  'with --suite: write the times to this file': '与 --suite 一起使用：将用时写入该文件',
  'with --suite: fail if a case is slower than in this file':
    '与 --suite 一起使用：有项目慢于该文件中的用时即失败',
  'time after which another program is stopped': '超过此时间即停止其他程序',
  'program whose code is printed': '输出哪个程序的代码',
  'print the code and errors as JSON': '以JSON输出代码和错误',
  'program of the command (default: by its first word)': '命令所属的程序（默认：按其第一个词）',
  'column of the units (default: id)': '个体变量（默认：id）',
  'column of the periods (default: year)': '时期变量（默认：year）',
  'distance between two periods (default: 1)': '相邻两期的间隔（默认：1）',
  'data file, for the model and to resolve names such as yr*':
    '数据文件，用于模型并解析 yr* 之类的变量名',
  'print the model, the notes and errors as JSON': '以JSON输出模型、说明和错误',
  'journal whose rules it follows (default: plain)': '所遵循的期刊规则（默认：plain）',
  'folder, or file that ends in .zip (default: replication)':
    '文件夹，或以 .zip 结尾的文件（默认：replication）',
  'ship the data, or only their hash with steps to get them (default: original)':
    '附上数据，或只附其哈希值和获取步骤（默认：original）',
  'ship synthetic data of the same schema instead of the data': '以结构相同的合成数据代替原始数据',
  'replace a folder that holds a bundle': '替换已含复现包的文件夹',
  "tick the venue's form for a bundle": '为复现包填写期刊的核对表',
  'write the manifest again, after README.md and LICENSE.txt are filled in':
    '填好 README.md 和 LICENSE.txt 之后重新写出清单',
  'print the form and errors as JSON': '以JSON输出核对表和错误',
  'measurements of the run to state (log/run.json of a bundle)':
    '要写明的运行测量值（复现包的 log/run.json）',
  "folder that keeps measurements (default: the user's cache)":
    '保存测量值的文件夹（默认：用户的缓存）',
  'measure again, and keep nothing': '重新测量，不作保存',
  'number of workers (default: number of cores)': '工作线程数（默认：处理器核数）',
  'run the study and write only its outputs, as a bundle holds them':
    '运行研究，只写出其输出，与复现包中的相同',
  'with --outputs-only: file for time, memory and hardware':
    '与 --outputs-only 同用：记录时间、内存和硬件的文件',
  'run the installed engine, and no code of the bundle (the default)':
    '运行已安装的引擎，不运行复现包中的代码（默认）',
  'run the engine of the bundle, a program that somebody else built, in confinement':
    '在隔离环境中运行复现包的引擎，即他人构建的程序',
  'with --their-engine: SHA-256 hashes of published engines, in the format of sha256sum':
    '与 --their-engine 同用：已发布引擎的SHA-256哈希值，格式同 sha256sum',
  'refuse a bundle without a signature by this public key (OpenSSH, minisign) or allowed signers file':
    '拒绝没有该公钥（OpenSSH、minisign）或允许签名者文件所作签名的复现包',
  'signature of manifest-sha256.txt (default: next to it)':
    'manifest-sha256.txt 的签名（默认：与其同处）',
  'time limit of the engine (default with --their-engine: 60)':
    '引擎的时限（用 --their-engine 时默认：60）',
  'memory limit of each engine process (default with --their-engine: 4)':
    '每个引擎进程的内存上限（用 --their-engine 时默认：4）',
  'print the comparison and errors as JSON': '以JSON输出比较结果和错误',
};
