/** Explanations of errors of work on several machines. */
import type { Entry } from '../explanation.js';

export const machineErrors: Readonly<Record<string, Entry>> = {
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
    'An input of the job folder has other contents than when the folder was planned, or the command reads a file that was not planned.',
    'Nothing was computed.',
    'Restore the file, or plan the folder again.',
  ],
  'output-outside': [
    'The command of a job folder would write a file outside the folder that may hold its outputs.',
    'Nothing was written there: a job folder may come from somebody else.',
    'Name the folder that may hold the file: wasmetrics merge job --out folder.',
  ],
  'code-in-task': [
    'A task from outside (a queue, a job folder, another program) names a module or a function to run.',
    'Nothing was loaded. Whoever can send a task could otherwise run any program.',
    'Run a statistic of yours in the process that you give it, with its workers: bootstrapStatistic with workers.',
  ],
  'bad-task': [
    'A job or task from outside is not what a runner of this build sends, or it lacks the seal of the key.',
    'It is not computed. Somebody else may write to the queue.',
    'Send work with the same build, and with the same WASMETRICS_QUEUE_KEY for the runner and its workers.',
  ],
  'not-plain-data': [
    'A task or result is not plain data with arrays of numbers, or its bytes were changed.',
    'It is refused.',
    'Send plain objects, lists, texts, numbers and typed arrays, as encodePlain writes them.',
  ],
  'no-queue-key': [
    'A queue needs a key that the runner and its workers share, which shows that tasks and results are theirs.',
    'Nothing was sent or computed.',
    'Set WASMETRICS_QUEUE_KEY to the output of openssl rand -hex 32, or use --trust-queue if nobody else reaches the server.',
  ],
  'queue-authentication': [
    'Redis or Valkey refused the user or password, or a command that the user may not run.',
    'Another try would be refused too, so nothing waits.',
    'Write the user and password into REDIS_URL, with special characters as %2F and the like.',
  ],
  'queue-tls': [
    'The certificate of the server is not trusted, or only one of the server and the address uses TLS.',
    'Another try would fail too, so nothing waits.',
    'Set NODE_EXTRA_CA_CERTS to the certificate, or use rediss:// with TLS and redis:// without.',
  ],
  'queue-unreachable': [
    'Redis or Valkey could not be reached in time.',
    'Nothing was sent. Results that the server keeps serve when it runs again.',
    'Check the address and that the server runs.',
  ],
  'queue-failed': [
    'Redis or Valkey answered a command with an error, such as a lack of memory.',
    'The work ended. Results that the server keeps serve when it runs again.',
    'Read the reason in the message.',
  ],
  'store-failed': [
    'The store of tasks (Redis, a folder or a bucket) refused a task, lacks it, or has other bytes under its digest.',
    'The task is not computed.',
    'Read the reason in the message: a full disk, a missing permission, or another store for the runner than for its workers.',
  ],
  'no-credentials': [
    'A bucket needs the keys of the environment.',
    'Nothing was sent.',
    'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
  ],
  'not-a-plan': [
    'The folder has no plan.json that wasmetrics plan wrote.',
    'Nothing was computed.',
    'Name a job folder, or make one with wasmetrics plan.',
  ],
};
