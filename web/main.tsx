/** Starts the page. */
import { render } from 'preact';
import { App } from './app.js';
import { follow } from './session/estimate.js';
import { followSteps } from './session/prepared.js';
import { start } from './session/start.js';
import './style/index.css';

follow();
followSteps();
start();
render(<App />, document.getElementById('app')!);
