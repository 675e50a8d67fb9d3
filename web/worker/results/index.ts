/** Answers about estimates: a question a line, loaded when it is first asked. */
import type { Answers } from '../running.js';
import type { ResultQuestions } from '../../engine/questions/results.js';

const analyses = () => import('./analyses.js');
const bootstraps = () => import('./bootstraps.js');
const collections = () => import('./collections.js');
const curves = () => import('./curves.js');
const reports = () => import('./reports.js');

export const resultAnswers: Pick<Answers, keyof ResultQuestions> = {
  report: async (request) => (await reports()).report(request),
  document: async (request) => (await reports()).document(request),
  sentence: async (request) => (await reports()).sentence(request),
  provenance: async (model) => (await reports()).provenance(model),
  explain: async (request) => (await reports()).explain(request),
  groups: async (request, running) => (await analyses()).groups(request, running),
  influence: async (request, running) => (await analyses()).influence(request, running),
  weak: async (request, running) => (await analyses()).weak(request, running),
  power: async (request, running) => (await analyses()).power(request, running),
  instruments: async (request, running) => (await analyses()).instruments(request, running),
  bootstrap: async (request, running) => (await bootstraps()).bootstrap(request, running),
  bootstrapFigure: async (of) => (await bootstraps()).bootstrapFigure(of),
  interrupted: async () => (await bootstraps()).interrupted(),
  regressionTable: async (request) => (await collections()).regressionTable(request),
  renderTable: async (request) => (await collections()).renderTable(request),
  curve: async (request, running) => (await curves()).curve(request, running),
  specificationModel: async (request) => (await curves()).specificationModel(request),
  claims: async (study, running) => (await import('./claims.js')).claims(study, running),
};
