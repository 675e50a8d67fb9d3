/** Short explanations of errors of machines, queues and files, in Chinese. */
export const machines = {
  'out-of-memory':
    '问题所需内存超过 WebAssembly 每个工作线程的 4 GiB，或超过虚拟内存限额；请减少工具变量、工作线程或保留的重复，或提高限额。',
  'bad-record': '引擎与程序包来自不同的版本；请重新安装或重新构建。',
  'checkpoint-not-read': '自助法的检查点存在但无法读取；请检查磁盘和权限，或用新的检查点重新开始。',
  trap: '引擎遇到无效指令而停止；请连同模型和数据报告。',
  'runner-failed':
    '在别处计算的执行器（例如队列）失败，或返回了不符的内容；请查看消息中的原因，或不用 runner 运行。',
  'missing-replicates':
    '任务的各部分缺少一些重复或作业；请补算（wasmetrics status 会列出），或用 --allow-partial 合并。',
  'unequal-parts':
    '两部分对同样的作业有不同的字节，而确定性的引擎不会如此；请重新计算以找出有误的文件并删去。',
  'other-engine': '任务文件夹由另一版本的引擎规划；请用该版本运行，或重新规划。',
  'other-data': '任务文件夹规划之后输入已改变，或命令读取了未规划的文件；请恢复文件，或重新规划。',
  'no-address-space':
    '系统限制进程的地址空间（ulimit -v），而 V8 为每个 WebAssembly 内存保留约 10 GB；请以 --disable-wasm-trap-handler 启动 node、提高限额或减少工作线程。',
  'output-outside':
    '任务文件夹的命令会把文件写到输出文件夹之外；请另行指定输出文件夹：wasmetrics merge job --out 文件夹。',
  'code-in-task':
    '来自外部的任务指定了要运行的模块或函数，出于安全被拒绝；请在自己的进程中用 bootstrapStatistic。',
  'bad-task':
    '来自外部的作业或任务不是本版本执行器所发，或缺少密钥的 HMAC；请用同一版本和同一 WASMETRICS_QUEUE_KEY 发送。',
  'not-plain-data':
    '任务或结果不是由数值数组构成的简单数据，或其字节被改动；请按 encodePlain 的形式发送。',
  'no-queue-key':
    '队列需要密钥，以证明任务和结果来自自己；请将 WASMETRICS_QUEUE_KEY 设为 openssl rand -hex 32 的输出，或用 --trust-queue。',
  'queue-authentication':
    'Redis 或 Valkey 拒绝了用户、密码或命令；请在 REDIS_URL 中写明用户和密码，特殊字符用百分号编码。',
  'queue-tls':
    '服务器的证书不受信任，或只有一方使用 TLS；请设定 NODE_EXTRA_CA_CERTS，或改用 rediss:// 或 redis://。',
  'queue-unreachable': '未能及时连接 Redis 或 Valkey；请检查地址以及服务器是否运行。',
  'queue-failed': 'Redis 或 Valkey 对命令返回错误，例如内存不足；原因见消息。',
  'store-failed':
    '任务的存储（Redis、文件夹或存储桶）拒绝或缺少任务，或其内容与摘要不符；请检查磁盘、权限和存储是否一致。',
  'no-credentials':
    '存储桶需要访问密钥，而环境中没有；请设定 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY。',
  'not-a-plan':
    '文件夹中没有 wasmetrics plan 写出的 plan.json；请指定任务文件夹，或用 wasmetrics plan 生成。',
  'file-in-use': '输出文件同时是输入或另一输出，可能经由链接；请换一个文件名。',
  'file-too-large':
    '文件过大，无法一次读取（文本为 512 MiB，gzip 另有上限）；请只保留模型所需的行和列。',
  'field-too-long': '某个单元格或某一行超过 16777216 个字符，常因引号未闭合或分隔符有误；请检查。',
  'too-many-columns': '文件某一行超过 1048576 个单元格；请检查分隔符，或只保留所需的列。',
  'sparse-table':
    '记录或工作表的列各不相同，表中几乎全是空单元格；请统一各记录的键，或改存为名称和取值两列再 reshape。',
  'unreadable-gzip': '文件以 gzip 开头，但无法解压或校验和不符；请重新复制或下载。',
  'bad-encoding':
    '文件含有不属于其编码（默认 UTF-8）的字节；请按提示指定编码，例如 --encoding gb18030，或另存为 UTF-8。',
  'not-text':
    '文件是二进制文件：工作簿、压缩文件、其他程序的数据文件或已损坏；请按提示另存为 UTF-8 的 CSV。',
  'unknown-encoding': '网络编码标准中没有该编码；请用 utf-8、gb18030、big5 等名称。',
  'too-many-aliases': 'YAML 文件使用了超过 100 个别名（例如 *name）；请直接写出取值。',
  'too-deep': 'YAML 文件嵌套超过 100 层，或缩进超过 1000 个空格；请检查括号、短横和空格。',
};
