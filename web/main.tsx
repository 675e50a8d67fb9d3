/** Starts the page. */
import { render } from 'preact';
import { App } from './app.js';
import { follow } from './session/estimate.js';
import { followSteps } from './session/prepared.js';
import { openFirstExample } from './session/examples.js';
import './style/index.css';

follow();
followSteps();
void openFirstExample();
render(<App />, document.getElementById('app')!);
