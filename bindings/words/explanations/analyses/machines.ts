/** Explanations of errors of work on several machines. */
import type { Entries } from '../explanation.js';

export const machineErrors = {
  'runner-failed': [
    'The runner that computes elsewhere, such as a queue, failed or returned something else than what it was sent.',
    'The analysis has no result. Results that the store keeps are used when it runs again.',
    'Read the reason in the message: start workers of this build, or run without the option runner.',
  ],
  'missing-replicates': [
    'The parts of a job lack some replicates or other jobs.',
    'Nothing was summarised, as the result would differ from that of one machine.',
    'Compute them (wasmetrics status names the parts), or merge with --allow-partial.',
  ],
  'unequal-parts': [
    'Two parts hold other bytes for the same jobs, which a deterministic engine never computes.',
    'Nothing was summarised. One of the files was changed, or a machine computes wrongly.',
    'Compute the jobs again to see which file is wrong, and remove that file.',
  ],
  'other-engine': [
    'The job folder was planned by another build of the engine.',
    'Nothing was computed, as its replicates could have other bits.',
    'Run the build that planned the folder, or plan it again.',
  ],
  'other-data': [
    'An input of the job folder has changed since it was planned, or the command reads a file that was not planned.',
    'Nothing was computed.',
    'Restore the file, or plan the folder again.',
  ],
  'no-address-space': [
    'The system limits the address space of a process (ulimit -v; SGE, LSF and PBS set it). V8 reserves about 10 GB of it for each WebAssembly memory, and each thread has two.',
    'Nothing was computed. The memory in use is far smaller than the space reserved.',
    'Start node with --disable-wasm-trap-handler --wasm-max-mem-pages=8192 (512 MB for each memory), as the command line does by itself; results are the same. Or raise the limit, or use fewer workers.',
  ],
  'output-outside': [
    'The command of a job folder would write a file outside the folder for its outputs.',
    'Nothing was written there: a job folder may come from somebody else.',
    'Name another folder for outputs: wasmetrics merge job --out folder.',
  ],
  'code-in-task': [
    'A task from outside (a queue, a job folder, another program) names a module or a function to run.',
    'Nothing was loaded. Whoever can send a task could otherwise run any program.',
    'Run a statistic that you write in your process: bootstrapStatistic with the option workers.',
  ],
  'bad-task': [
    'A job or task from outside is not what a runner of this build sends, or it lacks the HMAC of the key.',
    'It is not computed. Somebody else may write to the queue.',
    'Send work with the same build, and with the same WASMETRICS_QUEUE_KEY for the runner and its workers.',
  ],
  'not-plain-data': [
    'A task or result is not plain data with arrays of numbers, or its bytes were changed.',
    'It is refused.',
    'Send plain objects, lists, texts, numbers and typed arrays, as encodePlain writes them.',
  ],
  'no-queue-key': [
    'A queue needs a key. The runner and its workers share it, and it proves that tasks and results are theirs.',
    'Nothing was sent or computed.',
    'Set WASMETRICS_QUEUE_KEY to the output of openssl rand -hex 32, or use --trust-queue if nobody else reaches the server.',
  ],
  'queue-authentication': [
    'Redis or Valkey refused the user or password, or a command that the user may not run.',
    'Trying again would not help, so the run ends at once.',
    'Write the user and password into REDIS_URL, with special characters percent-encoded: / is %2F.',
  ],
  'queue-tls': [
    'The certificate of the server is not trusted, or only one of the server and the address uses TLS.',
    'Trying again would not help, so the run ends at once.',
    'Set NODE_EXTRA_CA_CERTS to the certificate, or use rediss:// with TLS and redis:// without.',
  ],
  'queue-unreachable': [
    'Redis or Valkey could not be reached in time.',
    'Nothing was sent. The next run uses the results that the server keeps.',
    'Check the address and that the server runs.',
  ],
  'queue-failed': [
    'Redis or Valkey answered a command with an error, such as a lack of memory.',
    'The work ended. The next run uses the results that the server keeps.',
    'Read the reason in the message.',
  ],
  'store-failed': [
    'The store of tasks (Redis, a folder or a bucket) refused a task, lacks it, or has other bytes under its digest.',
    'The task is not computed.',
    'Read the reason in the message: a full disk, a missing permission, or another store for the runner than for its workers.',
  ],
  'no-credentials': [
    'A bucket needs access keys, which the environment does not have.',
    'Nothing was sent.',
    'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
  ],
  'not-a-plan': [
    'The folder has no plan.json that wasmetrics plan wrote.',
    'Nothing was computed.',
    'Name a job folder, or make one with wasmetrics plan.',
  ],
} satisfies Entries;
