/** Starts the page. */
import { render } from 'preact';
import { App } from './app.js';
import { follow } from './session/estimate.js';
import { openFirst } from './session/opened.js';
import { followSteps } from './session/prepared.js';
import './style/index.css';

follow();
followSteps();
void openFirst();
render(<App />, document.getElementById('app')!);
