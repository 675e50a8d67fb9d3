import type { Told } from '../../../bindings/words/told.js';
import { notices } from '../../../bindings/words/errors/program/notices.js';
import { type Command, Option } from 'commander';
import { loadQueue, typedError, queueTrust } from '../../cluster/queue.js';
import { durationOf } from '../../cluster/stopping.js';
import { type Host, inLanguage, notice, print } from '../../host.js';
import { workerCount } from '../../run.js';

interface WorkerCommandOptions {
  readonly redis: string;
  readonly queue?: string;
  readonly name?: string;
  readonly concurrency?: number;
  readonly lock?: number;
  readonly store?: string;
  readonly trustQueue?: boolean;
  readonly json?: boolean;
}

const notes = `
The address may hold a password and ask for TLS: rediss://user:password@host:6379. Other users of the machine see the
arguments of a command, but not its environment: set REDIS_URL instead of --redis there.

A worker computes only what somebody with its key sent: set WASMETRICS_QUEUE_KEY to the same secret for it and for
wasmetrics run, such as one that openssl rand -hex 32 prints. --trust-queue works without, and trusts everybody who
reaches the server.`;

/** `wasmetrics worker --redis URL`: computes parts of bootstraps that a queue hands out. */
export function addWorker(program: Command, host: Host): void {
  program
    .command('worker')
    .description('compute parts of bootstraps from a queue of BullMQ, until SIGTERM or Ctrl-C')
    .addOption(
      new Option('--redis <url>', 'address of Redis or Valkey')
        .env('REDIS_URL') // help must not print its value as a default
        .makeOptionMandatory(),
    )
    .option('--queue <name>', 'name of the queue (default: wasmetrics)')
    .option('--name <name>', 'name of the worker in messages (default: host and process)')
    .option('--concurrency <n>', 'parts at a time (default: number of processors)', workerCount)
    .option(
      '--lock <duration>',
      'time after which the parts of a dead worker go to another (default: 30s)',
      durationOf,
    )
    .option(
      '--store <address>',
      'where the data are: redis, folder:/path or s3://bucket/prefix (default: redis)',
    )
    .option(
      '--trust-queue',
      'compute what anybody puts into the queue, without WASMETRICS_QUEUE_KEY',
    )
    .option('--json', 'print errors as JSON')
    .addHelpText('after', notes)
    .action(async (options: WorkerCommandOptions) => {
      const { startWorker } = await loadQueue();
      const { redis: connection, queue, name, concurrency, lock: lockSeconds, store } = options;
      const onNotice = (_: string, told: Told) => notice(host, told, 'wasmetrics: ');
      const given = { connection, queue, name, concurrency, lockSeconds, store, onNotice };
      try {
        const worker = await startWorker({ ...given, ...queueTrust(options.trustQueue) });
        const ready = notices.worker({ name: worker.name, build: worker.build.slice(0, 12) });
        print(host, inLanguage(host)(ready));
        const stopped = new Promise<void>((resolve) => {
          host.once('SIGTERM', resolve);
          host.once('SIGINT', resolve);
        });
        await Promise.race([stopped, worker.refused]).finally(() => worker.close());
      } catch (error) {
        throw typedError(error);
      }
    });
}
