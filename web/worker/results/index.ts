/** Answers about estimates: a question a line, loaded when it is first asked. */
import type { Answers } from '../running.js';
import type { ResultQuestions } from '../../engine/questions/results.js';

const analyses = () => import('./analyses.js');
const bootstraps = () => import('./bootstraps.js');
const collections = () => import('./collections.js');
const curves = () => import('./curves.js');
const reports = () => import('./reports.js');

export const resultAnswers: Pick<Answers, keyof ResultQuestions> = {
  report: async (model) => (await reports()).report(model),
  provenance: async (model) => (await reports()).provenance(model),
  explain: async (asked) => (await reports()).explain(asked),
  groups: async (asked, running) => (await analyses()).groups(asked, running),
  influence: async (asked, running) => (await analyses()).influence(asked, running),
  weak: async (asked, running) => (await analyses()).weak(asked, running),
  power: async (asked, running) => (await analyses()).power(asked, running),
  instruments: async (asked, running) => (await analyses()).instruments(asked, running),
  bootstrap: async (asked, running) => (await bootstraps()).bootstrap(asked, running),
  bootstrapFigure: async (of) => (await bootstraps()).bootstrapFigure(of),
  interrupted: async () => (await bootstraps()).interrupted(),
  regressionTable: async (asked) => (await collections()).regressionTable(asked),
  renderTable: async (asked) => (await collections()).renderTable(asked),
  curve: async (asked, running) => (await curves()).curve(asked, running),
  specificationModel: async (asked) => (await curves()).specificationModel(asked),
  claims: async (study, running) => (await import('./claims.js')).claims(study, running),
};
