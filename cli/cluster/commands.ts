/** The commands whose repeated work machines can share; no other command of a plan is run. */
import * as v from 'valibot';
import { estimatorsWith } from '../estimators/names.js';
import { inJobFolder, notRepeating } from '../../bindings/words/errors/program/cluster.js';
import { expects } from '../../bindings/words/expects.js';
import type { Told } from '../../bindings/words/told.js';

// prettier-ignore
export const repeating = (): readonly string[] => [
  'fit',
  ...estimatorsWith(),
  'multiverse', 'power', 'design', 'permute', 'groups', 'study',
];

/** Options that would keep a merge from ending, or that read or write separate files. */
const alone = ['--watch', '--checkpoint', '--resume'];

const MOST_ARGUMENTS = 4096;
const MOST_CHARACTERS = 2 ** 17;

/** Why a command cannot be planned; undefined if it can. */
export function notPlanned(command: readonly string[]): Told | undefined {
  const name = commandName(command);
  const known = repeating();
  if (name === undefined || !known.includes(name)) {
    return notRepeating({ known, found: name?.slice(0, 40) });
  }
  const option = command.map((word) => word.split('=')[0]!).find((word) => alone.includes(word));
  return option === undefined ? undefined : inJobFolder({ option });
}

/** The command's name, which may follow the choices of the engine and of the language. */
function commandName([first, ...rest]: readonly string[]): string | undefined {
  if (first === undefined || !/^--(engine|language)(=|$)/.test(first)) return first;
  return commandName(first.includes('=') ? rest : rest.slice(1));
}

/** The arguments of a planned command; the command checks its options when it runs. */
export const commandShape = v.pipe(
  v.array(v.pipe(v.string(), v.maxLength(MOST_CHARACTERS))),
  v.maxLength(MOST_ARGUMENTS),
  v.check(
    (command) => notPlanned(command) === undefined,
    ({ input }) => expects(notPlanned(input)!),
  ),
);
