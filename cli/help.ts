/** The order of options in the help of a command. */
import { type Command, Help, type Option } from 'commander';
import {
  formulaHeading,
  outputHeading,
  plainHeading,
  runHeading,
} from './options/report-options.js';

/** Heading of the options that help and versions have. */
export const helpHeading = 'Help:';

/** Groups that follow those of models and data, by the start of their headings. */
const last: readonly string[] = [outputHeading, runHeading, formulaHeading, helpHeading];

/** Help in which the options of the command itself come first, and how it prints, runs and gets help comes last. */
export function formatHelp(command: Command, helper: Help): string {
  helper.groupItems = (unsorted, visible, groupOf) => {
    const groups = Help.prototype.groupItems(unsorted, visible, (item) => {
      const { long } = item as Partial<Option>;
      return long === '--json' ? outputHeading : groupOf(item);
    });
    const ordered = [...groups].sort(([a], [b]) => place(a) - place(b));
    return new Map(ordered.map(([heading, items]) => [headed(heading, command), items]));
  };
  return Help.prototype.formatHelp.call(helper, command, helper);
}

function headed(heading: string, command: Command): string {
  return heading === plainHeading ? `Options of ${command.name()}:` : heading;
}

/** Before 0 the options of the command, at 0 those of models and data in the order of their declaration. */
function place(heading: string): number {
  if (heading === plainHeading) return -1;
  return 1 + last.findIndex((start) => heading.startsWith(start));
}
