/** Starts the page. */
import { effect } from '@preact/signals';
import { render } from 'preact';
import { App } from './app.js';
import { follow, isSettled } from './session/estimate.js';
import { followSteps } from './session/prepared.js';
import { start } from './opening/start.js';
import { language, wordsLoaded } from './words/words.js';
import './style/index.css';

follow();
followSteps();
start();
effect(() => {
  document.documentElement.lang = language.value === 'zh' ? 'zh-Hans' : 'en';
});
await wordsLoaded();
render(<App />, document.getElementById('app')!);
effect(() => {
  if (isSettled.value) void import('./offline/keep.js').then(({ keepPage }) => keepPage());
});
