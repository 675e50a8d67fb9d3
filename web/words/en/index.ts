/** What the page says, in English. */
import { app } from './app.js';
import { data } from './data.js';
import { look } from './look.js';
import { model } from './model.js';
import { provenance } from './provenance.js';
import { read } from './read.js';
import { results } from './results.js';
import { steps } from './steps.js';

export const en = {
  app,
  data,
  look,
  model,
  provenance,
  read,
  results,
  steps,
};

export type Words = typeof en;
