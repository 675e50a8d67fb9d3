/** Short explanations of errors of analyses, studies, figures and bundles, in Chinese. */
export const analyses = {
  'no-interaction':
    'over 指定的变量不影响边际效应；请指定与首个变量有交互的变量，或在公式中加入交互项。',
  'no-prediction-interval':
    '新观测的预测区间要求误差同方差且没有其他未知部分；请用均值的区间 interval: confidence。',
  'constant-column': '某项指标在所有行、某组或基期的所有行取值相同；请去掉。',
  'negative-value': '份额、比率和几何平均要求非负的值；请用 min-max 标准化，或加平移。',
  'no-weights':
    '该方法得不到权重：各行指标没有差异，或均值为零；请用等权或给定权重，或其他标准化方法。',
  'bad-claim':
    '假设的文本无法读取，或说了两件事，插入符指出位置；请写成 COLUMN: TERM > 0 [at LEVEL]，每个陈述一个假设。',
  'unknown-model':
    '假设或图所指的列不在其表中；T5.2 是 T5 印出的第 (2) 列，含第一阶段；请用消息所列的列。',
  'unknown-table': '假设或图所指的表不在研究中；请用 tables 下的表名。',
  'unknown-group':
    '关于差异的假设所指的组不存在；请用分组变量的取值，按均值或中位数切分时用 low 和 high。',
  'unknown-number':
    '模板所指的数字不在研究中；请写列名、点和系数或统计量，例如 T4.2.Gov.se，全部名称见 numbers.json。',
  'bad-template': '模板用两个花括号开始而没有结束；请补上，若要原样写出请在前面加反斜杠。',
  'no-font':
    '系统字体或所指定的字体文件缺少图中的文字；请指定含有中文的字体文件（例如 Noto Sans CJK），或输出 SVG。',
  'not-drawn': 'Vega 拒绝了图的规格；请撤销对规格的改动，或连同模型报告。',
  'no-path':
    '所选系数不是同一数值因子的各水平，也不是同一变量的各阶滞后；请用 /^rel=/ 之类的模式选择，或用 plot coefficients。',
  'no-residuals':
    '该估计没有每行的残差，例如动态面板或组间估计；请用 plot influence 查看有影响的个体。',
  'no-replicates': '自助法没有一次重复给出该系数；请查看失败的原因，并选择模型中的系数。',
  'bundle-manifest':
    '文件夹或 zip 文件没有列出 SHA-256 和路径的 manifest-sha256.txt，不是复现包；请指定 wasmetrics bundle 生成的文件夹或 zip 文件。',
  'bundle-altered':
    '有文件的字节与清单的 SHA-256 不符；请从发布处重新获取，作者修改 README.md 或 LICENSE.txt 后请运行 wasmetrics bundle --seal。',
  'bundle-missing': '清单所列的文件缺失；请从发布处重新获取复现包。',
  'bundle-additional': '有清单未列出的文件，只有 rerun/ 中可以有；请删去，或重新获取复现包。',
  'bundle-engine': '复现包中的引擎不是清单或 bundle.json 所指的；请从发布处重新获取。',
  'bundle-path':
    '压缩包或清单中的路径是绝对路径、离开文件夹或在某些系统上指别的文件；请从发布处重新获取。',
  'bundle-link': '复现包含有链接，可能指向包外的文件；请用其所指的文件代替，并重新制作。',
  'bundle-special': '复现包含有命名管道、套接字或设备，读取可能永不结束；请删去，或重新获取。',
  'bundle-unreadable': '复现包中的文件或文件夹无法读取；请更改权限，或复制复现包。',
  'bundle-too-large':
    '复现包超过 10,000 个文件或 2 GiB，或压缩包解压后过大；大的数据请只附其哈希（--data hash）。',
  'bundle-archive': 'zip 文件已损坏、不完整、加密或重复列出文件；请重新复制或下载。',
  'bundle-signature':
    '清单不是用 --signed-by 的密钥签名，或该密钥随复现包而来；请从发布处重新获取，并另行向所有者取得密钥。',
  'signature-key':
    '--signed-by 的文件没有 OpenSSH 或 minisign 的公钥；请指定 id_ed25519.pub 或 minisign.pub 之类的文件。',
  'signature-program': '验证签名的程序没有安装；请安装 OpenSSH（含 ssh-keygen）或 minisign。',
  'bundle-outside':
    '研究用绝对路径、网址或离开复现包的路径指定文件；请将文件移到研究旁边，并用相对路径。',
  'bundle-query':
    '研究的数据来自查询，而复现包附带的是文件；请用 wasmetrics convert 将各行写入文件，并在研究中指定。',
  'bundle-facts': 'bundle.json 缺少所需内容，或与研究矛盾；请重新获取，或用本版本重新制作。',
  'bundle-study':
    '复现包中的研究不是 YAML，或有研究所没有的键或值；请重新获取，或用本版本重新制作。',
  'bundle-output': '复现包或重新运行的结果缺失，或不是 JSON；请重新制作复现包。',
  'bundle-record': '--record 的文件没有运行的测量；请指定复现包的 log/run.json。',
  'bundle-format':
    '合成数据不能写成该数据文件的格式；请用 wasmetrics convert 转换为 .csv、.dta、.json、.arrow 或 .parquet。',
  'bundle-exists': '复现包的文件夹不是空的；请换一个文件夹，或用 --overwrite。',
  'no-standalone':
    '安装中缺少复现包所附带的程序；请重新安装，或在源码目录运行 npm run build:node。',
  'engine-failed':
    '引擎结束而没有结果和类型化的错误；请查看其输出，内存不足时用 --memory-limit 放宽。',
  'engine-limit':
    '引擎超过 --time-limit，输出过多，或写出的文件过多；请放宽时间，或去掉 --their-engine。',
  'engine-output':
    '引擎无错结束，但没有写出研究的结果和测量；请去掉 --their-engine，使用已安装的引擎。',
  'engine-unconfined':
    '复现包的引擎由他人构建，而本机无法将其隔离；请安装 bubblewrap 或 Node 20.19 以上，或去掉 --their-engine。',
};
