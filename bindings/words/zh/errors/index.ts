/** The errors of all families in Chinese. */
import type { ErrorSentences } from '../../vocabulary/errors.js';
import { simulations } from './analysis/simulations.js';
import { sensitivity } from './analysis/sensitivity.js';
import { postestimation } from './analysis/postestimation.js';
import { bootstrap } from './bootstrap/index.js';
import { arrays } from './analysis/arrays.js';
import { descriptions } from './analysis/descriptions.js';
import { inference } from './analysis/inference.js';
import { interchange } from './interchange/index.js';
import { readers } from './readers/index.js';
import { weak } from './analysis/weak.js';
import { engine } from './core/engine.js';
import { jobs } from './core/jobs.js';
import { matrices } from './core/matrices.js';
import { status } from './core/status.js';
import { workers } from './core/workers.js';
import { data } from './data/index.js';
import { models } from './models/index.js';
import { archives } from './paper/archives.js';
import { audits } from './paper/audits.js';
import { bundles } from './paper/bundles.js';
import { claimSyntax } from './paper/claim-syntax.js';
import { claims } from './paper/claims.js';
import { explanations } from './paper/explanations.js';
import { figures } from './paper/figures.js';
import { studies } from './paper/studies.js';
import { tables } from './paper/tables.js';
import { program } from './program/index.js';
import { columns } from './columns.js';
import { keys } from './keys.js';
import { steps } from './steps.js';
import { values } from './values.js';
import { weights } from './weights.js';

export const errors: ErrorSentences = {
  ...archives,
  ...arrays,
  ...audits,
  ...bundles,
  ...claimSyntax,
  ...claims,
  ...columns,
  ...data,
  ...descriptions,
  ...engine,
  ...explanations,
  ...figures,
  ...inference,
  ...interchange,
  ...jobs,
  ...keys,
  ...matrices,
  ...models,
  ...program,
  ...readers,
  ...status,
  ...steps,
  ...studies,
  ...tables,
  ...values,
  ...weak,
  ...weights,
  ...workers,
  ...bootstrap,
  ...postestimation,
  ...sensitivity,
  ...simulations,
};
