/** What readers of Arrow call of its package, for the page. */
export { CompressionType, compressionRegistry, tableFromIPC } from 'apache-arrow';
