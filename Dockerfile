# docker build -t temporal-rest-gateway .
# docker build -t temporal-rest-gateway --build-arg JAR_FROM=target-jar .   (takes target/*.jar)
#
# The default bases move with their security fixes. Whoever wants the same bytes again pins them:
# --build-arg RUNTIME_IMAGE=docker.io/library/eclipse-temurin@sha256:…
ARG BUILD_IMAGE=docker.io/library/eclipse-temurin:25-jdk
ARG RUNTIME_IMAGE=docker.io/library/eclipse-temurin:25-jre
ARG JAR_FROM=source-jar

FROM ${BUILD_IMAGE} AS source-jar
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src/main src/main
RUN --mount=type=cache,target=/m2 MAVEN_USER_HOME=/m2 ./mvnw --batch-mode -ntp \
    -Dmaven.repo.local=/m2/repository -Dmaven.test.skip=true -Dspotless.check.skip=true package

FROM ${BUILD_IMAGE} AS target-jar
WORKDIR /build
COPY target/temporal-rest-gateway-*.jar target/

FROM ${JAR_FROM} AS jar

# Dependencies change seldom, so they are a layer of their own. The JVM compares the times of the
# jars with those that its cache was trained with; old ones survive tools that reset new ones.
FROM ${BUILD_IMAGE} AS extracted
WORKDIR /build
COPY --from=jar /build/target/temporal-rest-gateway-*.jar app.jar
RUN java -Djarmode=tools -jar app.jar extract --layers --destination layers \
    && test -s layers/application/app.jar \
    && find layers -exec touch -d 2020-01-01T00:00:00Z {} +
COPY src/image/Train.java ./
RUN javac -d trainer Train.java

# A worker to try the gateway with: docker build --target sample-worker .
FROM ${BUILD_IMAGE} AS sample-worker
WORKDIR /worker
COPY --from=extracted /build/layers/dependencies/ ./
COPY src/image/Work.java src/test/java/io/github/temporalgateway/samples src/
RUN javac -parameters -cp 'lib/*' -d classes src/*.java
USER 10001:10001
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "-cp", "classes:lib/*", "Work"]

FROM ${RUNTIME_IMAGE} AS runtime
WORKDIR /app
COPY --from=extracted /build/layers/dependencies/ ./
COPY --from=extracted /build/layers/application/ ./
COPY src/image/jvm.options ./
USER 10001:10001

# By the very JVM that uses the cache later, which accepts no other one's.
FROM runtime AS trained
COPY --from=extracted /build/trainer /trainer
RUN ["java", "-cp", "/trainer", "Train", \
    "java", "-XX:AOTCacheOutput=/tmp/app.aot", "@/app/jvm.options", "-jar", "/app/app.jar"]

FROM runtime
COPY --from=trained /tmp/app.aot ./
ARG VERSION=unknown
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Temporal REST Gateway" \
    org.opencontainers.image.description="An HTTP API in front of a Temporal Service, for every language." \
    org.opencontainers.image.licenses="Apache-2.0" \
    org.opencontainers.image.version="${VERSION}" \
    org.opencontainers.image.revision="${REVISION}"
EXPOSE 8080 8081
STOPSIGNAL SIGTERM
ENTRYPOINT ["java", "-XX:AOTCache=/app/app.aot", "@/app/jvm.options", "-jar", "/app/app.jar"]
