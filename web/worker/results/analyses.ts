/** How far an estimate holds. */
import {
  compareGroups,
  type FitResult,
  influence as leaveOut,
  instruments as instrumentReport,
  type ModelInput,
  simulatePower,
  weakIdentification,
} from 'wasmetrics';
import type { AnalysisQuestions } from '../../engine/questions/analyses.js';
import type { Running } from '../running.js';
import { influenceFigure, instrumentFigure } from 'wasmetrics/report';
import { table } from '../data/tables.js';
import { fitted } from './fits.js';

type Questions = AnalysisQuestions;
type Name = keyof Questions;
type ResultOf<Q extends Name> = Questions[Q]['answer']['result'];
type Analyse<Q extends Name> = (
  model: ModelInput,
  options: Questions[Q]['asks']['options'] & Stoppable,
) => Promise<ResultOf<Q>>;

interface Stoppable {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: unknown) => void;
}

type Draw<Q extends Name> = (result: ResultOf<Q>) => Questions[Q]['answer']['figure'];

/** The answer to a question: an analysis of the estimate, and its figure. */
function answerOf<Q extends Name>(analyse: Analyse<Q>, draw: Draw<Q> = () => undefined) {
  return async (
    { model, options }: Questions[Q]['asks'],
    { signal, report: onProgress }: Running,
  ): Promise<Questions[Q]['answer']> => {
    const result = await analyse(model, { ...options, signal, onProgress });
    return { result, figure: draw(result) } as Questions[Q]['answer'];
  };
}

/** An analysis of the estimate of a model. */
const ofFit =
  <Options, Result>(analyse: (fit: FitResult, options: Options) => Promise<Result>) =>
  async (model: ModelInput, options: Options) =>
    analyse(await fitted(model), options);

const analyses = {
  groups: answerOf<'groups'>((model, options) => compareGroups(table(), model, options)),
  influence: answerOf<'influence'>(ofFit(leaveOut), (result) => influenceFigure(result)),
  weak: answerOf<'weak'>(ofFit(weakIdentification)),
  power: answerOf<'power'>(ofFit(simulatePower)),
  instruments: answerOf<'instruments'>(ofFit(instrumentReport), (result) =>
    instrumentFigure(result),
  ),
};
export const { groups, influence, weak, power, instruments } = analyses;
