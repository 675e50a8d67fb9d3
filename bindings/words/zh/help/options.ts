/** Options that many commands share: data, output and running, in Chinese. */
export const options: Readonly<Record<string, string>> = {
  'output the version number': '显示版本号',
  'display help for command': '显示命令的帮助',
  'do not use 256-bit operations, whose digits are the same': '不使用 256 位运算；数字相同',
  'simd: the same digits everywhere; relaxed: faster, last digits may differ':
    'simd：在任何机器上数值都相同；relaxed：更快，末位数字可能不同',
  'speak it in messages, warnings and reports (default: en)':
    '帮助、消息、警告和报告所用的语言（默认：en）',
  'csv, xlsx, ods, dta, parquet, arrow, json or ndjson (default: by content)':
    'csv、xlsx、ods、dta、parquet、arrow、json 或 ndjson（默认：按内容判断）',
  'encoding, such as gb18030 or windows-1252 (default: UTF-8, or UTF-16 with a byte order mark)':
    '编码，如 gb18030 或 windows-1252（默认：UTF-8，有字节序标记时为UTF-16）',
  'what separates cells (default: by content)': '单元格的分隔符（默认：按内容判断）',
  'decimal point or comma (default: .)': '小数点或小数逗号（默认：.）',
  'what separates groups of digits': '千位分隔符',
  'read 12.5% as 0.125': '将 12.5% 读作 0.125',
  'read 45*, "45 1)" and $45 as 45, and (45) as -45':
    '将 45*、"45 1)" 和 $45 读作 45，将 (45) 读作 -45',
  'more codes of missing cells, such as 9999,-': '缺失单元格的其他代码，如 9999,-',
  'skip lines that start with this text': '跳过以此文本开头的行',
  'line of the names, or lines of names, labels and units: 2,3':
    '变量名所在的行，或变量名、标签和单位所在的各行：2,3',
  'the row below the names holds units': '变量名下一行为单位',
  'line of the last row': '最后一行所在的行',
  'types of columns, such as id=text,day=date:dmy': '各变量的类型，如 id=text,day=date:dmy',
  'sheet of a workbook, by name or number': '工作簿中的工作表，用名称或序号',
  'cells of the sheet, such as A3:H34': '工作表的单元格区域，如 A3:H34',
  'give all cells of a merged area its value': '将合并单元格的值赋给其中所有单元格',
  'any of these as the keys of data in a model file':
    '以模型文件中 data 各键的写法给出上述任意设定',
  'query whose rows are the data, run by DuckDB, instead of a file':
    '由DuckDB运行的查询，以其结果代替数据文件',
  'folder of the files of --sql (default: the present one)':
    '--sql 所用文件的文件夹（默认：当前文件夹）',
  'wide to long, long to wide, or the layout worldbank, imf, oecd, eurostat or un, such as "long: {columns: {gdp: \'gdp{year}\'}, id: country}"':
    '宽表转长表、长表转宽表，或 worldbank、imf、oecd、eurostat、un 的版式，如 "long: {columns: {gdp: \'gdp{year}\'}, id: country}"',
  'file whose rows come below, or keys such as "file: wave2.csv, source: wave"; repeatable':
    '将其各行追加在数据之后的文件，或键，例如 "file: wave2.csv, source: wave"；可重复',
  'file whose columns are joined, such as "file: prices.csv, on: year, keep: cpi"; repeatable':
    '要并入其变量的文件，如 "file: prices.csv, on: year, keep: cpi"；可重复',
  'new column, such as "lnx=log(x)" or "xbar=mean(x, by: id)"; repeatable':
    '新变量，如 "lnx=log(x)" 或 "xbar=mean(x, by: id)"；可重复',
  'let --build overwrite columns': '允许 --build 覆盖已有的变量',
  'print every statistic (JSON always has them)': '输出全部统计量（JSON始终包含）',
  'print only the coefficients': '只输出系数',
  'decimals of estimates, standard errors and intervals': '估计值、标准误和区间的小数位数',
  'print labels: those of the data, or name=label,name=label':
    '输出标签：数据自带的标签，或 name=label,name=label',
  'stars of significance (default levels: 0.1,0.05,0.01)': '显著性星号（默认水平：0.1,0.05,0.01）',
  'print the result and errors as JSON': '以JSON输出结果和错误',
  'print the model file with its defaults instead of running it; paths are relative to the current folder':
    '不运行，而输出含默认值的模型文件；路径相对于当前文件夹',
  'write the rows of the fit: fitted values, residuals, leverage (.csv, .dta, .parquet, .arrow, .json)':
    '写出估计样本各行：拟合值、残差、杠杆值（.csv、.dta、.parquet、.arrow、.json）',
  'write the absorbed effects, a row for each level; those after the first have mean 0 in each connected set':
    '写出被吸收的固定效应，每个水平一行；第二个起的效应在每个连通集内均值为 0',
  'write the coefficients, a row each, to a file of these kinds':
    '将系数写入上述格式的文件，每个一行',
  'write statistics and tests in one row to a file of these kinds':
    '将统计量和检验写成一行，存入上述格式的文件',
  'read the data in parts, not as a whole (default: large files, where the model allows)':
    '分块读取数据，而非整体读取（默认：大文件，且模型允许时）',
  'read the data as a whole': '整体读取数据',
  'number of bootstrap workers; 0 uses the main thread only (default: number of cores)':
    '自助法的工作线程数；0 表示只用主线程（默认：处理器核数）',
  'always report progress; with --json, one JSON object per line':
    '始终报告进度；用 --json 时每行一个JSON对象',
  'never report progress': '不报告进度',
  'save the finished replicates of the bootstrap in this file': '将自助法已完成的重复保存到该文件',
  'continue from the replicates in the checkpoint': '从检查点中的重复继续',
  'write all replicates to a .csv or .arrow file': '将所有重复写入 .csv 或 .arrow 文件',
  'data file; replaces the one in the model file': '数据文件；取代模型文件中的数据文件',
  'replace a value of the model, such as vcov.type=HC3 or "gmm[0].lags=[2, 4]"; repeatable':
    '替换模型中的值，如 vcov.type=HC3 或 "gmm[0].lags=[2, 4]"；可重复',
  'name or number of a model in a file with several': '文件中有多个模型时，模型的名称或序号',
  'print which numbers each rule of compat changes, instead of the result':
    '不输出结果，而输出 compat 的每条规则改变哪些数值',
  'where the command writes its files (default: outputs in the job folder)':
    '命令写出文件的位置（默认：作业文件夹中的 outputs）',
  'summarise what is there if parts are missing': '有部分缺失时汇总已有的部分',
  'format (default: a report)': '格式（默认：报告）',
  'file to write (default: standard output)': '写出的文件（默认：标准输出）',
  'style of the table': '表的样式',
  'language of its words': '表中文字的语言',
  'label of the table in LaTeX, Typst and Quarto': '表在LaTeX、Typst和Quarto中的标签',
  'leave out float and caption in LaTeX and Typst': '在LaTeX和Typst中不加浮动环境和标题',
  'write LaTeX with tabularray (default: booktabs)': '用tabularray写LaTeX（默认：booktabs）',
  'write the rows of a LaTeX table only': '只写LaTeX表格的各行',
  'number of workers; 0 uses the main thread only (default: number of cores)':
    '工作线程数；0 表示只用主线程（默认：处理器核数）',
  'print the report and errors as JSON': '以JSON输出报告和错误',
  'always report progress': '始终报告进度',
  'confidence level (default: as in the model)': '置信水平（默认：与模型相同）',
  'confidence level of intervals (default: as in the model)': '区间的置信水平（默认：与模型相同）',
  'units, for lags in --build': '个体，用于 --build 中的滞后',
  'periods, for lags in --build': '时期，用于 --build 中的滞后',
  'format (default: by the name of the file to write, or json)':
    '格式（默认：按写出文件的名称，或 json）',
  'CSV: put an apostrophe before texts that a spreadsheet would run as formulas':
    'CSV：在电子表格会当作公式运行的文本前加撇号',
  'print errors as JSON': '以JSON输出错误',
  'print as JSON': '以JSON输出',
};
