# The image of the pods that wasmetrics plan --for kubernetes describes, and of workers of a queue:
#   docker build -t wasmetrics:0.1.0 .
#   docker run --rm -e REDIS_URL -e WASMETRICS_QUEUE_KEY wasmetrics:0.1.0 wasmetrics worker
# Pin the base by its digest, so that the image can be built again:
#   docker buildx imagetools inspect docker.io/library/node:22-slim
#   docker build --build-arg NODE_IMAGE=docker.io/library/node:22-slim@sha256:... -t wasmetrics:0.1.0 .
# The base is a Debian with Node 20.19 or newer. buildah and podman build the image too. With
# --build-arg PACKAGE=wasmetrics-0.1.0.tgz it installs this package, which npm pack made here, and compiles nothing.
ARG NODE_IMAGE=docker.io/library/node:22-slim

FROM ${NODE_IMAGE} AS build
# Optional packages, in the versions of package.json. @duckdb/node-api reads databases, and adds 100 MB.
ARG PACKAGES="bullmq ioredis aws4fetch vega vega-lite vega-interpreter @resvg/resvg-js docx write-excel-file apache-arrow hyparquet-writer @myriaddreamin/typst-ts-node-compiler unpdf"
ARG PACKAGE=
RUN apt-get update && apt-get install --yes --no-install-recommends tini
WORKDIR /src
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm if [ -z "$PACKAGE" ]; then npm ci --ignore-scripts --no-audit --no-fund; fi
COPY . .
RUN if [ -z "$PACKAGE" ]; then npm pack; fi
RUN --mount=type=cache,target=/root/.npm \
  npm install --global --prefix /opt/wasmetrics --omit=dev --ignore-scripts --no-audit --no-fund "./${PACKAGE:-$(ls wasmetrics-*.tgz)}" \
    $(node -p 'const { devDependencies: all } = require("./package.json"); process.argv[1].split(" ").map((name) => `${name}@${all[name]}`).join(" ")' "$PACKAGES") \
  && find /opt/wasmetrics -name '*.map' -delete

FROM ${NODE_IMAGE}
COPY --from=build /usr/bin/tini /usr/bin/tini
COPY --from=build /opt/wasmetrics /opt/wasmetrics
ENV PATH=/opt/wasmetrics/bin:$PATH
# A number, because Kubernetes cannot tell whether a name is root.
USER 1000:1000
# The init process passes signals on and collects processes that have ended.
ENTRYPOINT ["tini", "--"]
CMD ["wasmetrics", "--help"]
