/** Starts the page. */
import { render } from 'preact';
import { App } from './app.js';
import { openExample } from './session/data.js';
import { follow } from './session/estimate.js';
import './style/index.css';

follow();
void openExample();
render(<App />, document.getElementById('app')!);
