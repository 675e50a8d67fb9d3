import { type Command, Option } from 'commander';
import { InputError } from '../../../bindings/index.js';
import { usageValue } from '../../../bindings/words/errors/program/usage.js';
import { misuse } from '../../../bindings/words/errors/program/commands.js';
import { checkedWords, outcomeWords } from '../../bundle/verify/print.js';
import { verifyBundle, type VerifyFlags } from '../../bundle/verify/verify.js';
import { exitCodes, invalid, reportError, usage } from '../../exit.js';
import { type Host, print, printPage } from '../../host.js';
import { workerCount } from '../../run.js';

interface VerifyCommandFlags extends VerifyFlags {
  readonly json?: boolean;
}

const help = `
Exit codes:
  0   everything is identical, computed by the installed engine or a published one
  9   something differs
  10  the bundle is refused, and nothing ran
  11  data that the bundle does not ship are missing
  12  everything is identical, but nobody vouches for the engine that ran
  14  everything is identical, but only outputs of synthetic data were compared

Example:
  npx wasmetrics verify replication.zip`;

/** Maximum minutes of a timer. */
const MOST = 35_000;

function amount(text: string): number {
  const value = Number(text);
  if (value > 0 && value <= MOST) return value;
  throw invalid(usageValue.amount({ most: MOST }));
}

/** `wasmetrics verify replication.zip`: checks, reruns and compares a replication bundle. */
export function addVerify(program: Command, host: Host): void {
  program
    .command('verify')
    .description('rerun a replication bundle offline, and compare each table, figure and number')
    .argument('<bundle>', 'folder or zip file')
    .option('--own-engine', 'run the installed engine, and no code of the bundle (the default)')
    .addOption(
      new Option(
        '--their-engine',
        'run the engine of the bundle, a program that somebody else built, in confinement',
      ).conflicts('ownEngine'),
    )
    .option(
      '--published <file>',
      'with --their-engine: SHA-256 hashes of published engines, in the format of sha256sum',
    )
    .option(
      '--signed-by <file>',
      'refuse a bundle without a signature by this public key (OpenSSH, minisign) or allowed signers file',
    )
    .option('--signature <file>', 'signature of manifest-sha256.txt (default: next to it)')
    .option(
      '--time-limit <minutes>',
      'time limit of the engine (default with --their-engine: 60)',
      amount,
    )
    .option(
      '--memory-limit <GiB>',
      'memory limit of each engine process (default with --their-engine: 4)',
      amount,
    )
    .option('--json', 'print the comparison and errors as JSON')
    .option('--workers <n>', 'number of workers (default: number of cores)', workerCount)
    .addHelpText('after', help)
    .action(async (path: string, flags: VerifyCommandFlags) => {
      const json = flags.json === true;
      if (flags.published !== undefined && flags.theirEngine !== true) {
        throw usage(misuse.published());
      }
      if (flags.signature !== undefined && flags.signedBy === undefined) {
        throw usage(misuse.signature());
      }
      try {
        const verification = await verifyBundle(host, path, flags, (checked) => {
          if (!json) printPage(host, `${checkedWords(checked)}\n`);
        });
        if (json) print(host, JSON.stringify(verification, null, 2));
        else printPage(host, outcomeWords(verification));
        host.exitCode = verification.exitCode;
      } catch (error) {
        if (!(error instanceof InputError) || !error.code.startsWith('bundle-')) throw error;
        reportError(error, json, host);
        host.exitCode = exitCodes.refused;
      }
    });
}
