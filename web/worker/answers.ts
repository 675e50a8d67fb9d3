/** What the engine can be asked: a question a line. */
import { dataHash } from './data/hash.js';
import { open } from './data/tables.js';
import { fit } from './models.js';
import { resultAnswers } from './results/index.js';
import type { Answers } from './running.js';

const looks = () => import('./data/looks.js');

export const answers: Answers = {
  open,
  fit,
  endings: async () => (await looks()).endings(),
  describe: async (steps) => (await looks()).describe(steps),
  prepare: async (steps) => (await looks()).prepare(steps),
  kept: async (filter) => (await looks()).kept(filter),
  panel: async (keys) => (await looks()).panel(keys),
  rows: async (request) => (await import('./data/rows.js')).rows(request),
  dataHash: () => dataHash(),
  firstModel: async () => (await import('./first-model.js')).firstModel(),
  openStudy: async (files) => (await import('./studies/studies.js')).openStudy(files),
  studyReport: async (written, running) =>
    (await import('./studies/studies.js')).studyReport(written, running),
  studyArchive: async (written, running) =>
    (await import('./studies/studies.js')).studyArchive(written, running),
  study: async (run, running) => (await import('./studies/studies.js')).study(run, running),
  code: async (model) => (await import('./interchange.js')).code(model),
  fromCode: async (pasted) => (await import('./interchange.js')).fromCode(pasted),
  traits: async () => (await import('./estimators.js')).traits(),
  ...resultAnswers,
};
