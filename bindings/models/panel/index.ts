import type { Estimator } from '../describe.js';
import { panelAnswers } from './answers.js';
import { fitPanel, type PanelFitted } from './fit.js';
import type { PanelModel } from './model.js';
import { readPanel } from './read.js';
import { panelSchema } from './schema.js';

export const panelEstimator: Estimator<PanelModel, PanelFitted> = {
  name: 'panel',
  schema: panelSchema,
  read: readPanel,
  fit: fitPanel,
  ...panelAnswers,
};
