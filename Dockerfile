# The image of the manifests that wasmetrics plan --for kubernetes writes, and of workers of a queue:
#   docker build -t wasmetrics .
#   docker run -e REDIS_URL=redis://host:6379 -e WASMETRICS_QUEUE_KEY wasmetrics wasmetrics worker
FROM node:22-slim AS build
WORKDIR /src
COPY . .
RUN npm ci && npm pack

FROM node:22-slim
COPY --from=build /src/wasmetrics-*.tgz /tmp/
RUN npm install --global /tmp/wasmetrics-*.tgz bullmq@6.7.0 ioredis@6.0.0 && rm /tmp/wasmetrics-*.tgz
USER node
CMD ["wasmetrics", "--help"]
