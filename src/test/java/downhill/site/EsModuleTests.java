package downhill.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Modules become scopes, by their imports and exports only; what breaks the forms is refused. */
class EsModuleTests {

  private static final String MODULE =
      """
      import { a, b as c } from './other.js';
      import {
        d,
        e,
      } from '../model/far.js';
      import 'chart.js';

      export class One extends a {}
      export const two = 2;
      export async function three() {
        return import('../vendor/qr.js');
      }
      export function* four() {}
      """;

  private static final String SCOPE =
      """
      // /js/view/some-thing.js
      const $view$some_thing = (() => {
      const { a, b: c } = $view$other;
      const {
        d,
        e,
      } = $model$far;


      class One extends a {}
      const two = 2;
      async function three() {
        return import('there/js/vendor/qr.js');
      }
      function* four() {}

      return { One, two, three, four };
      })();
      """;

  private static EsModule module(String source) {
    return new EsModule("/js/view/some-thing.js", source);
  }

  private static String scope(String source) {
    return module(source).toScope(path -> "there" + path);
  }

  @Test
  void aModuleBecomesAScopeLineByLine() {
    assertThat(scope(MODULE)).isEqualTo(SCOPE);
  }

  @Test
  void knowsWhatItImportsAndExports() {
    EsModule module = module(MODULE);

    assertThat(module.exports()).containsExactly("One", "two", "three", "four");
    assertThat(module.imports())
        .containsExactly(
            new EsModule.Import(
                "/js/view/other.js", Set.of("a", "b"), false, "/js/view/some-thing.js:1"),
            new EsModule.Import(
                "/js/model/far.js", Set.of("d", "e"), false, "/js/view/some-thing.js:2"),
            new EsModule.Import("chart.js", Set.of(), false, "/js/view/some-thing.js:6"),
            new EsModule.Import("/js/vendor/qr.js", Set.of(), true, "/js/view/some-thing.js:11"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "const text = `\nexport const a = 1;\nimport { b } from './b.js';\n`;\n",
        "const text = 'import me'; const more = \"it's for export\";\n",
        "const quotes = /['\"`/*]/g;\n",
        "const link = 'https://a.b/*'; const other = `//${link}`;\n",
        "const object = { import: 1, export: 2 };\nobject.import = object.export;\n",
        "const f = async () => await g();\nasync function h() {\n  await g();\n}\n",
        "const important = 1;\nconst exported = 2;\n",
      })
  void aWordThatOnlyLooksLikeAnImportStaysAsItIs(String source) {
    assertThat(module(source).imports()).isEmpty();
    assertThat(module(source).exports()).isEmpty();
    assertThat(scope(source)).contains("(() => {\n" + source + "\nreturn {  };\n");
  }

  static Stream<Arguments> comments() {
    return Stream.of(
        arguments("/*\nimport { a } from './a.js';\nawait a;\n*/\n", "\n\n\n\n"),
        arguments("// import * as a from './a.js'; export { a };\n", "\n"),
        arguments("/** @param {import('./a.js').A} a */\nconst f = 1;\n", "\nconst f = 1;\n"),
        arguments("const ratio = a / b; // export 'a' / import 'b'\n", "const ratio = a / b; \n"),
        arguments("const q = /['`]/; /* export const a = 1; */\n", "const q = /['`]/; \n"),
        arguments("/*! MIT License */\n", "/*! MIT License */\n"));
  }

  @ParameterizedTest
  @MethodSource("comments")
  void ofACommentOnlyItsLinesStayButForALicence(String source, String left) {
    assertThat(module(source).imports()).isEmpty();
    assertThat(module(source).exports()).isEmpty();
    assertThat(scope(source)).contains("(() => {\n" + left + "\nreturn {  };\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import * as a from './a.js';",
        "import a from './a.js';",
        "import a, { b } from './a.js';",
        "import { a } from './a.js'",
        "import { a } from \"./a.js\";",
        "import { a /* why */ } from './a.js';",
        "import { a } from './a.js'; import { b } from './b.js';",
        "  import { a } from './a.js';",
        "export default class A {}",
        "export { a };",
        "export { a } from './a.js';",
        "export * from './a.js';",
        "export let a = 1;",
        "export var a = 1;",
        "export const { a } = b;",
        "export const [a] = b;",
        "const a = 1; export const b = 2;",
        "const a = import.meta.url;",
        "const a = import(b);",
        "const a = import(`./b.js`);",
        "await a();",
        "const a = await b();",
        "export const a = await b();",
      })
  void refusesWhatItCannotJoinAndSaysWhere(String line) {
    assertThatThrownBy(() -> module("const z = 0;\n\n" + line + "\nconst y = 1;\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("/js/view/some-thing.js:3 ")
        .hasMessageContaining("Allowed are");
  }
}
