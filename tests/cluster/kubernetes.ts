/** As much of the API of Kubernetes as kubectl needs for Jobs: their creation by generated names, and their states as a test tells. */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

interface JobObject {
  readonly kind: string;
  readonly metadata: { readonly generateName: string; name?: string; namespace?: string };
  status?: object;
}

export interface Kubernetes {
  /** Jobs as they were created. */
  readonly jobs: Map<string, JobObject>;
  /** The status of a Job at each look. */
  next: (name: string) => object | undefined;
  /** The pods of all Jobs. */
  pods: readonly object[];
  close(): void;
}

const verbs = ['create', 'get', 'list', 'delete'];
const resource = (name: string, kind: string) => ({ name, kind, namespaced: true, verbs });
const resources = (groupVersion: string, ...all: object[]) => ({
  kind: 'APIResourceList',
  apiVersion: 'v1',
  groupVersion,
  resources: all,
});
const batch = { groupVersion: 'batch/v1', version: 'v1' };
const parameters = [{ in: 'query', name: 'fieldValidation', schema: { type: 'string' } }];
const kind = { group: 'batch', kind: 'Job', version: 'v1' };

/** What kubectl asks before its first request. */
const discovery: Readonly<Record<string, object>> = {
  '/api': { kind: 'APIVersions', versions: ['v1'], serverAddressByClientCIDRs: [] },
  '/apis': {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: [{ name: 'batch', versions: [batch], preferredVersion: batch }],
  },
  '/api/v1': resources('v1', resource('pods', 'Pod')),
  '/apis/batch/v1': resources('batch/v1', resource('jobs', 'Job')),
  '/version': { major: '1', minor: '32' },
  '/openapi/v3': { paths: { 'apis/batch/v1': { serverRelativeURL: '/openapi/v3/apis/batch/v1' } } },
  '/openapi/v3/apis/batch/v1': {
    openapi: '3.0.0',
    info: { title: 'Kubernetes', version: 'v1.32.0' },
    paths: {
      '/apis/batch/v1/namespaces/{namespace}/jobs/{name}': {
        patch: { parameters, 'x-kubernetes-group-version-kind': kind, responses: {} },
      },
    },
  },
};

/** Starts it, and writes the file for KUBECONFIG. */
export async function startKubernetes(config: string): Promise<Kubernetes> {
  const state: Kubernetes = {
    jobs: new Map(),
    next: () => ({}),
    pods: [],
    close: () => server.close(),
  };
  const answer = async (method: string, path: string, body: () => Promise<unknown>) => {
    const [, namespace, kinds, name] =
      /\/namespaces\/([^/]+)\/(jobs|pods)(?:\/(.+))?$/.exec(path) ?? [];
    if (method === 'POST' && kinds === 'jobs') {
      const job = (await body()) as JobObject;
      job.metadata.name = `${job.metadata.generateName}${state.jobs.size}`;
      job.metadata.namespace = namespace;
      state.jobs.set(job.metadata.name, job);
      return job;
    }
    if (kinds === 'pods') return { kind: 'PodList', apiVersion: 'v1', items: state.pods };
    if (name === undefined) return discovery[path];
    const status = state.next(name);
    const job = state.jobs.get(name);
    return status && job && { ...job, status };
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    void answer(request.method!, pathname, () => json(request)).then((found) => {
      const missing = {
        kind: 'Status',
        apiVersion: 'v1',
        status: 'Failure',
        reason: 'NotFound',
        code: 404,
      };
      response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(found ?? missing));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const context = { name: 'test', context: { cluster: 'test', user: 'test' } };
  writeFileSync(
    config,
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': 'test',
      contexts: [context],
      clusters: [{ name: 'test', cluster: { server: url } }],
      users: [{ name: 'test', user: {} }],
    }),
  );
  return state;
}
