FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY .mvn .mvn
COPY pom.xml .
COPY src/main src/main
# These goals and not `package`: they leave the tests, and all that only tests need, out of it.
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -q cyclonedx:makeAggregateBom@default spring-boot:build-info@build-info \
      resources:resources compiler:compile@default-compile spring-boot:process-aot \
      jar:jar@default-jar spring-boot:repackage@repackage \
 && java -Djarmode=tools -jar target/downhill-*.jar extract --layers --destination extracted \
 && mv extracted/application/downhill-*.jar extracted/application/downhill.jar

FROM eclipse-temurin:25-jre
LABEL org.opencontainers.image.title="Downhill" \
      org.opencontainers.image.description="Lesson pages on which gradient descent comes alive" \
      org.opencontainers.image.licenses="Apache-2.0"
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin downhill
WORKDIR /app
COPY src/image/java.options ./
COPY --from=build /build/extracted/dependencies/ ./
COPY --from=build /build/extracted/spring-boot-loader/ ./
COPY --from=build /build/extracted/snapshot-dependencies/ ./
COPY --from=build /build/extracted/application/ ./
# What a class does is done once, so that every later start finds its classes loaded and linked, and
# what was hot then is compiled first.
RUN --mount=type=bind,source=src/image/rehearse.sh,target=/rehearse.sh \
    bash /rehearse.sh java @java.options -XX:AOTCacheOutput=downhill.aot -jar downhill.jar \
 && test -s downhill.aot
USER 10001
ENV SERVER_PORT=8080
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/$SERVER_PORT && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"status\":\"UP\"' <&3"]
ENTRYPOINT ["java", "@java.options", "-XX:AOTCache=downhill.aot", "-jar", "downhill.jar"]
