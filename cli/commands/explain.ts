import type { Command } from 'commander';
import { explainCode, explanations, type Explanation } from '../../bindings/index.js';
import { type Host, print } from '../host.js';

/** `wasmetrics explain CODE`: what a warning, test or error means. */
export function addExplain(program: Command, host: Host): void {
  program
    .command('explain')
    .description('explain a warning, test or error by its code; without a code, list all')
    .argument('[code]', 'such as many-instruments or hansen')
    .option('--json', 'print as JSON')
    .action((code: string | undefined, { json = false }: { readonly json?: boolean }) => {
      const entries = code === undefined ? explanations : explainCode(code);
      if (json) print(host, JSON.stringify(entries, null, 2));
      else print(host, code === undefined ? list() : page(explainCode(code)));
    });
}

function list(): string {
  const width = Math.max(...explanations.map(({ code }) => code.length));
  const headings = { warning: 'Warnings', test: 'Tests', error: 'Errors' } as const;
  const parts = Object.entries(headings).map(([kind, heading]) => {
    const entries = explanations.filter((entry) => entry.kind === kind);
    return [heading, ...entries.map(({ code, meaning }) => `  ${code.padEnd(width)}  ${meaning}`)];
  });
  return parts.map((lines) => lines.join('\n')).join('\n\n');
}

function page({ code, kind, meaning, matters, references, change }: Explanation): string {
  return [
    `${code} (${kind})`,
    '',
    `What it means   ${meaning}`,
    `Why it matters  ${matters}`,
    `What to do      ${change}`,
    ...references.map((reference) => `Reference       ${reference}`),
  ].join('\n');
}
