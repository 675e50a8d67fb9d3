import type { Estimator } from '../describe.js';
import { panelAnswers } from './answers.js';
import { fitPanel, type PanelFitted } from './fit.js';
import type { PanelModel } from './model.js';
import { panelReader } from './read.js';

export const panelEstimator: Estimator<PanelModel, PanelFitted> = {
  ...panelReader,
  fit: fitPanel,
  ...panelAnswers,
};
