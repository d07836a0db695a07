# One image for all processes; docker-compose.yml says which one a container runs. There is no build step.
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json LICENSE NOTICE ./
COPY migrations migrations
COPY templates templates
COPY src src
COPY workers workers
# Embedded PostgreSQL and its key go here when no DATABASE_URL is set.
RUN install -d -o node -g node .data
USER node
CMD ["node", "src/app/cli/caseconsult.mjs", "start"]
