/** Sentences that are loaded when they are needed: those of failures, and those in other languages than English. */
export { errorText, failureText, warningText } from 'wasmetrics/report';
