FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY .mvn .mvn
COPY pom.xml .
COPY src/main src/main
# These goals and not `package`: they leave the tests, and all that only tests need, out of it.
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -q resources:resources compiler:compile@default-compile \
      jar:jar@default-jar spring-boot:repackage@repackage \
 && java -Djarmode=tools -jar target/downhill-*.jar extract --layers --destination extracted \
 && mv extracted/application/downhill-*.jar extracted/application/downhill.jar

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin downhill
WORKDIR /app
COPY --from=build /build/extracted/dependencies/ ./
COPY --from=build /build/extracted/spring-boot-loader/ ./
COPY --from=build /build/extracted/snapshot-dependencies/ ./
COPY --from=build /build/extracted/application/ ./
# A rehearsal of the start, so that every later one finds its classes loaded and linked.
RUN java -XX:AOTCacheOutput=downhill.aot -Dspring.context.exit=onRefresh -jar downhill.jar
USER 10001
ENV SERVER_PORT=8080
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/$SERVER_PORT && printf 'GET /actuator/health HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"status\":\"UP\"' <&3"]
ENTRYPOINT ["java", "-XX:AOTCache=downhill.aot", "-XX:MaxRAMPercentage=75", "-jar", "downhill.jar"]
