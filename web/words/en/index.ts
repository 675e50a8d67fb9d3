/** What the page says, in English. */
import { app } from './app.js';
import { data } from './data.js';
import { look } from './look.js';
import { model } from './model.js';
import { provenance } from './provenance.js';
import { read } from './read.js';
import { results } from './results.js';

export const en = {
  app,
  data,
  look,
  model,
  provenance,
  read,
  results,
};

export type Words = typeof en;
