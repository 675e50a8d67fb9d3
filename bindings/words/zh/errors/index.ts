/** The errors of all families in Chinese. */
import type { ErrorSentences } from '../../vocabulary/errors.js';
import { archives } from './paper/archives.js';
import { arrays } from './analysis/arrays.js';
import { audits } from './paper/audits.js';
import { bootstrap } from './bootstrap/index.js';
import { bundles } from './paper/bundles.js';
import { claims } from './paper/claims.js';
import { claimSyntax } from './paper/claim-syntax.js';
import { columns } from './columns.js';
import { data } from './data/index.js';
import { descriptions } from './analysis/descriptions.js';
import { engine } from './core/engine.js';
import { hosts } from './core/hosts.js';
import { explanations } from './paper/explanations.js';
import { figures } from './paper/figures.js';
import { inference } from './analysis/inference.js';
import { interchange } from './interchange/index.js';
import { jobs } from './core/jobs.js';
import { keys } from './keys.js';
import { matrices } from './core/matrices.js';
import { models } from './models/index.js';
import { postestimation } from './analysis/postestimation.js';
import { program } from './program/index.js';
import { readers } from './readers/index.js';
import { sensitivity } from './analysis/sensitivity.js';
import { simulations } from './analysis/simulations.js';
import { status } from './core/status.js';
import { steps } from './steps.js';
import { studies } from './paper/studies.js';
import { tables } from './paper/tables.js';
import { texts } from './paper/texts.js';
import { values } from './values.js';
import { weak } from './analysis/weak.js';
import { weights } from './weights.js';
import { workers } from './core/workers.js';

export const errors: ErrorSentences = {
  ...archives,
  ...arrays,
  ...audits,
  ...bootstrap,
  ...bundles,
  ...claims,
  ...claimSyntax,
  ...columns,
  ...data,
  ...descriptions,
  ...engine,
  ...hosts,
  ...explanations,
  ...figures,
  ...inference,
  ...interchange,
  ...jobs,
  ...keys,
  ...matrices,
  ...models,
  ...postestimation,
  ...program,
  ...readers,
  ...sensitivity,
  ...simulations,
  ...status,
  ...steps,
  ...studies,
  ...tables,
  ...texts,
  ...values,
  ...weak,
  ...weights,
  ...workers,
};
