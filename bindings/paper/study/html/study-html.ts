import { readable } from '../../../results/read.js';
import { labelOf } from '../columns/labels.js';
import type { StudyResult } from '../result.js';
import { checkReport, type StudyHtmlOptions } from './options.js';
import { html, type Page, type Section } from './page.js';
import { script, scriptSource } from './script.js';
import { claimsSection } from './sections/claims.js';
import { figuresSection, indicesSection } from './sections/figures.js';
import { modelsSection } from './sections/models.js';
import { failedSection, splitsSection, warningsSection } from './sections/problems.js';
import { bootstrapFacts, dataFacts, sourcesSection } from './sections/sources.js';
import { tablesSection } from './sections/tables.js';
import { baseStyle } from './style/base.js';
import { partsStyle } from './style/parts.js';
import { printStyle } from './style/print.js';
import { vocabularyOf } from '../../../words/languages/index.js';

/**
 * The report of a study as one HTML file: verdicts, tables, figures, models and sources. It loads nothing, and everything
 * can be read without its script. The same result gives the same file.
 *
 * @throws InputError `bad-value`, `bad-result`
 */
export function studyHtml(study: StudyResult, options: StudyHtmlOptions = {}): string {
  options = checkReport(study, options);
  const { language = study.language ?? 'en' } = options;
  return readable(() =>
    written({
      study,
      language,
      words: vocabularyOf(language).report,
      options,
      label: labelOf({ ...study, language }),
    }),
  );
}

const parts: readonly ((page: Page) => Section)[] = [
  claimsSection,
  failedSection,
  tablesSection,
  figuresSection,
  indicesSection,
  splitsSection,
  warningsSection,
  modelsSection,
  sourcesSection,
];

function written(page: Page): string {
  const { study, words, language } = page;
  const title = html(study.title ?? words.untitled);
  const sections = parts.map((part) => part(page)).filter(({ content }) => content !== '');
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src ${scriptSource()}; img-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${vocabularyOf(language).tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="wasmetrics">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${baseStyle}${partsStyle}${printStyle}</style>
</head>
<body data-sort="${html(words.sort)}">
<a class="skip" href="#main">${html(words.skip)}</a>
<div class="page">
<header class="title">
<h1>${title}</h1>
${lead(page)}
</header>
${contents(sections, page)}
<main id="main">
${sections.map(sectionHtml).join('\n')}
</main>
</div>
<script>${script}</script>
</body>
</html>
`;
}

function contents(sections: readonly Section[], { words }: Page): string {
  const link = (id: string, text: string) => `<a href="#${id}">${html(text)}</a>`;
  const items = sections.map(({ id, heading, entries = [] }) => {
    const list = entries.map((entry) => `<li>${link(entry.id, entry.text)}</li>`).join('');
    return `<li>${link(id, heading)}${list === '' ? '' : `<ul>${list}</ul>`}</li>`;
  });
  return `<nav aria-label="${html(words.contents)}"><ul>${items.join('\n')}</ul></nav>`;
}

/** Data and bootstraps in a line below the title. */
function lead(page: Page): string {
  const facts = [...dataFacts(page), ...bootstrapFacts(page)];
  const texts = facts.map(([label, text]) => `${label}${page.words.colon}${text}`);
  return texts.map((text) => `<p>${html(text)}</p>`).join('\n');
}

function sectionHtml({ id, heading, content }: Section): string {
  return `<section id="${id}" aria-labelledby="${id}-name">
<h2 id="${id}-name">${html(heading)}</h2>
${content}
</section>`;
}
