/** What the page says, in English. */
import { app } from './app.js';
import { code } from './code.js';
import { data } from './data.js';
import { keeping } from './keeping.js';
import { look } from './look.js';
import { model } from './model.js';
import { read } from './read.js';
import { results } from './results.js';
import { steps } from './steps.js';
import { text } from './text.js';
import { workbench } from './workbench/index.js';

export const en = {
  app,
  code,
  data,
  keeping,
  look,
  model,
  read,
  results,
  steps,
  text,
  ...workbench,
};

export type Words = typeof en;
