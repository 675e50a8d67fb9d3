/** The models of the study: a list, and a card for each that its numbers open. */
import { partOf } from '../../columns/parts.js';
import { estimatorOf } from '../../columns/words.js';
import { shellWord } from '../../../../core/escapes/shell.js';
import { documentFor } from '../../report-text.js';
import type { FitResult } from '../../../../results/fit.js';
import { count } from '../../../../words/text/counts.js';
import { hashOf } from '../../../tables/paper/parts/provenance.js';
import type { StudyModel } from '../../result.js';
import { documentHtml } from '../document-html.js';
import {
  html,
  htmlLines,
  idOf,
  inEnglish,
  modelButton,
  modelName,
  type Page,
  scrollBox,
  type Section,
} from '../page.js';

export function modelsSection(page: Page): Section {
  const { study, words } = page;
  const models = Object.entries(study.models);
  if (models.length === 0) return { id: 'models', heading: words.models, content: '' };
  const heads = [words.model, words.place, words.estimator, words.depvar];
  const rows = models.map(([id, fit]) => {
    const title = words.title(fit.title, estimatorOf(fit));
    const cells = [placeOf(id, page), title, page.label(fit.depvar)];
    const texts = cells.map((text) => `<td class="words">${html(text)}</td>`).join('');
    return `<tr><th scope="row">${modelButton(id, modelName(id, page))}</th>${texts}<td class="number" data-value="${fit.nobs}">${count(fit.nobs)}</td></tr>`;
  });
  const head = heads.map((text) => `<th scope="col" class="words">${html(text)}</th>`).join('');
  const table = `<table><caption class="hidden">${html(words.models)}</caption><thead><tr>${head}<th scope="col">${html(words.observations)}</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
  const content = [
    `<p>${html(words.modelsLead)}</p>`,
    scrollBox('models-name', table),
    ...models.map(([id, fit]) => cardHtml(id, fit, page)),
  ].join('\n');
  return { id: 'models', heading: words.models, content };
}

const placeIn = (id: string, { study }: Page): StudyModel | undefined =>
  study.places.find((place) => place.id === id);

/** `T6, column (2), GovSupport: high`. */
function placeOf(id: string, page: Page): string {
  const { words, study, language } = page;
  const place = placeIn(id, page);
  if (place === undefined) return '';
  const { table, columns, group } = place;
  return [
    table,
    ...(columns.length === 0 ? [] : [words.column(columns.map((n) => `(${n})`).join(', '))]),
    ...(group === undefined
      ? []
      : [
          page.label(group.by) +
            words.colon +
            (study.models[id]?.labels?.values[group.by]?.[group.value] ??
              partOf(study.splits, language)(group.by, group.value)),
        ]),
  ].join(words.comma);
}

/** A model on a card, which its button opens; on paper all cards are open. */
function cardHtml(id: string, fit: FitResult, page: Page): string {
  const { words, options } = page;
  const place = idOf('model', id);
  const document = documentFor(fit, page.language, page.label);
  const file = options.modelFiles?.[id];
  const { file: study } = options;
  const table = placeIn(id, page)?.table;
  const command =
    study === undefined
      ? undefined
      : `npx wasmetrics study ${shellWord(study)}${table === undefined ? '' : ` --only ${shellWord(table)}`}`;
  return [
    `<section popover class="card" id="${place}" aria-labelledby="${place}-name">`,
    `<header><h3 id="${place}-name"><span class="name">${html(modelName(id, page))}</span> <span${inEnglish(page)}>${html(document.title)}</span></h3>`,
    `<button type="button" class="close" popovertarget="${place}" popovertargetaction="hide">${html(words.close)}</button></header>`,
    `<p class="place">${html(placeOf(id, page))}</p>`,
    `<div${inEnglish(page)}>${documentHtml(document, `${place}-name`)}</div>`,
    codeHtml(words.modelFile, file),
    codeHtml(words.command, command),
    `<dl class="facts"><div><dt>${html(words.hash)}</dt><dd><code>${hashOf(fit)}</code></dd></div></dl>`,
    '</section>',
  ].join('\n');
}

function codeHtml(heading: string, text: string | undefined): string {
  if (text === undefined) return '';
  return `<h4>${html(heading)}</h4><pre tabindex="0"><code>${htmlLines(text.trimEnd())}</code></pre>`;
}
