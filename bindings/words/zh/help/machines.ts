/** Options of the commands that run on several machines, in Chinese. */
export const machines: Readonly<Record<string, string>> = {
  'what runs the parts': '由什么运行各部分',
  'job folder to write': '写出的作业文件夹',
  'number of parts (default: parts of about 30 minutes)': '部分的数目（默认：每部分约30分钟）',
  'minutes of a part': '每部分的分钟数',
  'memory of a part': '每部分的内存',
  'threads per part': '每部分的线程数',
  'minutes after which the scheduler may end a part (default: twice its time)':
    '调度程序可终止一个部分的分钟数（默认：其用时的两倍）',
  'leave the data where they are and keep only their hash': '数据留在原处，只保存其哈希值',
  'account or project that the scheduler charges': '调度程序计费的账户或项目',
  'partition or queue of the scheduler': '调度程序的分区或队列',
  'shell line to run before each part and the merge, such as "module load node"; may be repeated':
    '在每个部分及合并之前运行的shell命令，如 "module load node"；可重复',
  'also put the job folder into a bucket, s3://bucket/prefix, where the machines find it':
    '另将作业文件夹放入存储桶 s3://bucket/prefix，供各机器读取',
  'Kubernetes: image (default: wasmetrics:VERSION)': 'Kubernetes：镜像（默认：wasmetrics:VERSION）',
  'Kubernetes: when the image is pulled (default: IfNotPresent)':
    'Kubernetes：何时拉取镜像（默认：IfNotPresent）',
  'Kubernetes: claim of the ReadWriteMany volume with the job folder (default: wasmetrics-job)':
    'Kubernetes：存放作业文件夹的ReadWriteMany卷的申领（默认：wasmetrics-job）',
  'Kubernetes: user that runs the pods and owns the job folder (default: 1000:1000)':
    'Kubernetes：运行Pod并拥有作业文件夹的用户（默认：1000:1000）',
  'Kubernetes: label of Jobs and pods; may be repeated': 'Kubernetes：Job和Pod的标签；可重复',
  'print the plan and errors as JSON': '以JSON输出计划和错误',
  'part k of N, from 1; N may differ from the plan': 'N个部分中的第k个，从1起；N可与计划不同',
  'compute over a queue of wasmetrics worker, without --shard all parts (default: REDIS_URL of the environment)':
    '通过 wasmetrics worker 的队列计算，不用 --shard 时计算所有部分（默认：环境变量 REDIS_URL）',
  'queue: where the data go: redis, folder:/path or s3://bucket/prefix (default: redis)':
    '队列：数据放在何处：redis、folder:/path 或 s3://bucket/prefix（默认：redis）',
  'name of the queue (default: wasmetrics)': '队列的名称（默认：wasmetrics）',
  'queue: trust everybody who reaches the server, without WASMETRICS_QUEUE_KEY':
    '队列：信任所有能访问服务器的人，无需 WASMETRICS_QUEUE_KEY',
  'write what is finished after this time, such as 55m': '到此时间写出已完成的内容，如 55m',
  'print the part and errors as JSON': '以JSON输出该部分和错误',
  'repeat until all parts are done or failed': '重复查询，直至所有部分完成或失败',
  'number the parts anew, as in run --shard k/n': '将各部分重新编号，如 run --shard k/n',
  'print the state and errors as JSON': '以JSON输出状态和错误',
  'address of Redis or Valkey': 'Redis或Valkey的地址',
  'name of the worker in messages (default: host and process)':
    '消息中工作进程的名称（默认：主机与进程）',
  'parts at a time (default: number of processors)': '同时计算的部分数（默认：处理器数）',
  'time after which the parts of a dead worker go to another (default: 30s)':
    '工作进程失效后，其部分转交他人之前的时间（默认：30s）',
  'where the data are: redis, folder:/path or s3://bucket/prefix (default: redis)':
    '数据在何处：redis、folder:/path 或 s3://bucket/prefix（默认：redis）',
  'compute what anybody puts into the queue, without WASMETRICS_QUEUE_KEY':
    '计算任何人放入队列的任务，无需 WASMETRICS_QUEUE_KEY',
};
