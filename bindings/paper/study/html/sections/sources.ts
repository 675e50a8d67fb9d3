/** Data, seeds and software: what readers need to reproduce the numbers. */
import { count } from '../../../../words/text/counts.js';
import { shellWord } from '../../../../core/escapes/shell.js';
import { html, type Page, type Section } from '../page.js';

type Fact = readonly [label: string, text: string];

export function sourcesSection(page: Page): Section {
  const { words, options } = page;
  const rerun =
    options.file === undefined ? [] : [`npx wasmetrics study ${shellWord(options.file)}`];
  const items = [...dataFacts(page), ...bootstrapFacts(page), ...softwareFacts(page)].map(
    ([label, text]) => `<div><dt>${html(label)}</dt><dd>${html(text)}</dd></div>`,
  );
  const commands = rerun.map(
    (command) => `<div><dt>${html(words.rerun)}</dt><dd><code>${html(command)}</code></dd></div>`,
  );
  const all = [...items, ...commands];
  const content = all.length === 0 ? '' : `<dl class="facts">${all.join('\n')}</dl>`;
  return { id: 'sources', heading: words.sources, content };
}

/** The file, its rows, and the panel of the model with most units. */
export function dataFacts({ study, words, options }: Page): Fact[] {
  const fits = Object.values(study.models);
  const rows = Math.max(0, ...fits.map(({ sample }) => sample.rowsRead));
  const [panel] = fits
    .filter(({ ngroups, sample }) => ngroups !== undefined && sample.periods !== undefined)
    .sort((fitResult, other) => other.nobs - fitResult.nobs);
  const parts = [
    ...(options.data === undefined ? [] : [options.data]),
    ...(rows === 0 ? [] : [words.rows(count(rows))]),
    ...(panel === undefined
      ? []
      : [
          words.panel(
            count(panel.ngroups!),
            String(panel.sample.periods![0]),
            String(panel.sample.periods![1]),
          ),
        ]),
  ];
  return parts.length === 0 ? [] : [[words.data, parts.join(words.comma)]];
}

/** Each plan of a bootstrap once: replicates, scheme and seed. */
export function bootstrapFacts({ study, words }: Page): Fact[] {
  const plans = Object.values(study.models).flatMap(({ bootstrap }) =>
    bootstrap === undefined
      ? []
      : [words.replicates(count(bootstrap.reps), bootstrap.scheme, String(bootstrap.seed))],
  );
  return [...new Set(plans)].map((plan) => [words.bootstraps, plan]);
}

function softwareFacts({ study, words }: Page): Fact[] {
  const [fit] = Object.values(study.models);
  if (fit === undefined) return [];
  const { version, sha256 } = fit.engine;
  return [
    [words.software, `wasmetrics ${version}`],
    [words.fingerprint, sha256],
  ];
}
