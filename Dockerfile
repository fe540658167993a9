# The image of an instance:
#   docker build -t frontrow --build-arg VERSION=… --build-arg REVISION="$(git rev-parse HEAD)" .
#   docker run frontrow migrate     # brings the schema to this release and ends
# All settings come from the environment. Files in /run/secrets are settings too: their name is
# the name of the setting, or docker-compose.yml names them.

ARG JDK=eclipse-temurin:25-jdk-noble
ARG BASE=ubuntu:24.04

FROM ${JDK} AS build
WORKDIR /build
# A runtime without compiler and documents. No base image may have its folder, because jlink makes it.
# The cache of classes works with this very runtime only.
RUN "$JAVA_HOME/bin/jlink" --strip-java-debug-attributes --no-man-pages --no-header-files \
      --compress=zip-6 --generate-cds-archive --output /opt/jre --add-modules \
      java.se,jdk.charsets,jdk.crypto.cryptoki,jdk.jfr,jdk.localedata,jdk.management,jdk.management.agent,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs
COPY . .
# builds, and runs the product once on embedded stores to make the cache
RUN --mount=type=cache,target=/build/maven --mount=type=cache,target=/build/.frontrow \
    MAVEN_ARGS=-Dmaven.repo.local=/build/maven TRAINING_JAVA=/opt/jre/bin/java script/package

FROM ${BASE}
WORKDIR /opt/frontrow
# what changes seldom comes first; COPY keeps the times of files, by which the JVM knows its cache
COPY --from=build /opt/jre /opt/jre
COPY --from=build /build/target/frontrow/lib lib
COPY --from=build /build/target/frontrow/frontrow.jar /build/target/frontrow/java.options ./
COPY --from=build /build/target/frontrow/frontrow.aot ./
# Nothing is written but temporary files: run it with --read-only --tmpfs /tmp
USER 10001:10001
ENV SPRING_CONFIG_IMPORT=optional:configtree:/run/secrets/ \
    MANAGEMENT_SERVER_PORT=8081 \
    FRONTROW_SHUTDOWN_DRAIN=10s
EXPOSE 8080 8081
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=3s --start-period=90s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /readyz HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
# java is the first process and gets the signals
ENTRYPOINT ["/opt/jre/bin/java", "@java.options", "-jar", "frontrow.jar"]
# The release, its commit, and the address of the repository. They change most often, so they come last.
ARG VERSION=unknown
ARG REVISION=unknown
ARG SOURCE=unknown
LABEL org.opencontainers.image.title="Frontrow" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.source="${SOURCE}" \
      org.opencontainers.image.description="Concert reservation with a fair waiting room" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.documentation="docs/running.md"
