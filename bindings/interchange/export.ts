import { InputError } from '../core/errors/errors.js';
import { isUnwritable } from '../core/escapes/code-points.js';
import { show } from '../core/text/messages.js';
import { parseFormula } from '../data/index.js';
import { parseModel } from '../models/reading/model-file.js';
import type { Model, ModelInput } from '../models/model.js';
import { checkProgram, dynamicPrograms, type Program, refusal } from './programs.js';
import { exportStatic } from './static/export.js';
import { toGretl } from './gretl/to-gretl.js';
import { toPdynmc } from './r/to-pdynmc.js';
import { toPlm } from './r/to-plm.js';
import { toPydynpd } from './python/to-pydynpd.js';
import { toXtabond2 } from './stata/to-xtabond2.js';
import { toXtdpdgmm } from './stata/to-xtdpdgmm.js';

const writers = {
  xtabond2: toXtabond2,
  xtdpdgmm: toXtdpdgmm,
  gretl: toGretl,
  plm: toPlm,
  pdynmc: toPdynmc,
  pydynpd: toPydynpd,
} as const satisfies Record<(typeof dynamicPrograms)[number], unknown>;

/**
 * A model as code of another program. Comments list the differences in conventions, and the keys that the program lacks
 * but that do not affect the estimates.
 *
 * @throws InputError `not-expressed` names the key that the program cannot express, `unknown-program` the programs,
 *   and what `parseModel` throws
 */
export function exportModel(input: ModelInput, as: Program): string {
  checkProgram(as);
  const model = parseModel(input);
  checkData(model, as);
  checkTexts(model, as);
  if (model.estimator !== 'dpd') return `${exportStatic(model, as)}\n`;
  if (isDynamic(as)) return `${writers[as](model, parseFormula(model.formula))}\n`;
  const message = `model: estimator: ${as} cannot express dpd; use one of ${dynamicPrograms.join(', ')}`;
  throw new InputError('not-expressed', message, { program: as, key: 'estimator' });
}

function isDynamic(as: Program): as is (typeof dynamicPrograms)[number] {
  return (dynamicPrograms as readonly Program[]).includes(as);
}

/** No source code can contain U+0000 or a lone surrogate, and the name of an encoding is a word. */
function checkTexts(model: Model, as: Program): void {
  const texts = new Map<string, string>();
  JSON.stringify(model, (key, value: unknown) => {
    if (typeof value === 'string' && isUnwritable(value)) texts.set(key, value);
    return value;
  });
  const [first] = texts;
  if (first !== undefined) throw refusal(as, first[0], `the text ${show(first[1])}`);
  const encoding =
    model.data !== undefined && 'file' in model.data ? model.data.encoding : undefined;
  if (encoding === undefined || /^[\w:.-]+$/.test(encoding)) return;
  throw refusal(as, 'data.encoding', `the encoding ${show(encoding)}`);
}

/** Steps that change the data, and queries, are no part of the code of other programs. */
function checkData(model: Model, as: Program): void {
  const changed = (['reshape', 'merge', 'build'] as const).find((key) => model[key] !== undefined);
  if (changed !== undefined) {
    throw refusal(
      as,
      changed,
      `${changed}; write the data with wasmetrics convert, and remove the key`,
    );
  }
  if (model.data !== undefined && 'sql' in model.data) {
    throw refusal(
      as,
      'data.sql',
      'a query; write its rows with wasmetrics convert, and name that file',
    );
  }
}
