'use client';
import { useEffect, useState } from 'react';
import { estimate } from './estimate.js';

async function estimated() {
  const response = await fetch('/abdata.csv');
  return estimate(new Uint8Array(await response.arrayBuffer()));
}

/** A client component, which estimates again in the browser. */
export function Browser() {
  const [text, setText] = useState('estimating in the browser');
  useEffect(() => {
    estimated().then(setText, ({ message }) => setText(message));
  }, []);
  return <pre id="client">{text}</pre>;
}
