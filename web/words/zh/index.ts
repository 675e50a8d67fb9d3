/** What the page says, in Chinese. */
import type { Words } from '../en/index.js';
import { app } from './app.js';
import { data } from './data.js';
import { look } from './look.js';
import { model } from './model.js';
import { provenance } from './provenance.js';
import { read } from './read.js';
import { results } from './results.js';
import { steps } from './steps.js';

export const zh: Words = {
  app,
  data,
  look,
  model,
  provenance,
  read,
  results,
  steps,
};
