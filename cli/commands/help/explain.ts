import { Argument, type Command, Help } from 'commander';
import {
  explainCode,
  explainIn,
  explanations,
  type Explanation,
} from '../../../bindings/entries/report.js';
import { suggesting } from '../../completion/suggested.js';
import { type Host, print } from '../../host.js';

/** `wasmetrics explain CODE`: what a warning, test or error means. */
export function addExplain(program: Command, host: Host): void {
  program
    .command('explain')
    .description(
      'explain a warning, test, error or term by its code or name; without one, list all',
    )
    .addArgument(
      suggesting(
        new Argument('[code]', 'such as many-instruments, hansen, "AR(2)" or 稳健标准误'),
        explanations.map(({ code }) => code),
      ),
    )
    .option('--json', 'print as JSON')
    .action(async (code: string | undefined, { json = false }: { readonly json?: boolean }) => {
      const language = host.spoken?.language;
      const entries = code === undefined ? explanations : explainCode(code);
      if (json) print(host, JSON.stringify(entries, null, 2));
      else if (code === undefined) print(host, list());
      else if (language === undefined) print(host, page(explainCode(code)));
      else print(host, [explainCode(code).code, ...(await explainIn(code, language))].join('\n\n'));
    });
}

/** As wide as results. */
const help = Object.assign(new Help(), { helpWidth: 98 });

/** Terms with their meanings, indented and wrapped like options. */
function items(pairs: readonly (readonly [term: string, words: string])[]): string[] {
  const width = Math.max(...pairs.map(([term]) => term.length));
  return pairs.map(([term, words]) => help.formatItem(term, width, words, help));
}

function list(): string {
  const headings = { warning: 'Warnings', test: 'Tests', error: 'Errors', term: 'Terms' } as const;
  const parts = Object.entries(headings).map(([kind, heading]) => {
    const entries = explanations.filter((entry) => entry.kind === kind);
    return [heading, ...items(entries.map(({ code, meaning }) => [code, meaning]))];
  });
  return parts.map((lines) => lines.join('\n')).join('\n\n');
}

function page(explanation: Explanation): string {
  const { code, kind, meaning, matters, references, change, names, chinese } = explanation;
  const lines = items([
    ['What it means', meaning],
    ['Why it matters', matters],
    ['What to do', change],
    ...references.map((reference) => ['Reference', reference] as const),
    ...(names.length === 0 ? [] : [['Other names', names.join(', ')] as const]),
    ...(chinese === undefined ? [] : [['中文', chinese] as const]),
  ]);
  return [`${code} (${kind})`, '', ...lines].join('\n');
}
