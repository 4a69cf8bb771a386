package downhill.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import downhill.run.Refused;
import downhill.run.ShortForm;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class ProgramsTests {

  @Autowired ShortForm shortForm;
  @Autowired Programs programs;

  @Test
  void saysInNumpyNoMoreThanTheRunNeeds() {
    assertThat(write(Language.NUMPY, Map.of("tolerance", "0")))
        .isEqualTo(
            """
            \"""Gradient descent by sgd: 0.1*w^2 + sin(2*w).

            Needs Python 3 and NumPy. It prints a line for each step: its number k, w, the loss.
            \"""

            import numpy as np


            def loss(w):
                \"""How wrong a guess is.\"""
                return 0.1 * w**2 + np.sin(2 * w)


            def gradient(w):
                \"""Which way the loss rises, and how steeply: its derivative by each parameter.\"""
                return np.array([0.2 * w + 2 * np.cos(2 * w)])


            w = np.array([2.0])  # the guess
            rate = 0.1  # how far a step goes
            before = np.inf
            steps = 20

            for k in range(steps + 1):
                q = loss(*w)  # how wrong the guess is
                g = gradient(*w)  # which way is up, and how steeply
                if not np.isfinite(np.hstack([w, q, g])).all():
                    break  # it flew away
                print(k, *w, q)
                if q > 1e12 and q > before:
                    break  # it is flying away
                if k == steps:
                    break
                before = q

                # A step down, and again.
                w = w - rate * g
            """);
  }

  @Test
  void leavesGradientAndOptimizerToPytorch() {
    assertThat(write(Language.PYTORCH, Map.of()))
        .isEqualTo(
            """
            \"""Gradient descent by sgd: 0.1*w^2 + sin(2*w).

            Needs Python 3 and PyTorch. It prints a line for each step: its number k, w, the loss.
            \"""

            import math

            import torch

            torch.set_default_dtype(torch.float64)


            def loss(w):
                \"""How wrong a guess is.\"""
                return 0.1 * w**2 + torch.sin(2 * w)


            w = torch.tensor([2.0], requires_grad=True)  # the guess
            optimizer = torch.optim.SGD([w], lr=0.1)
            before = math.inf
            steps = 20

            for k in range(steps + 1):
                optimizer.zero_grad()
                q = loss(*w)  # how wrong the guess is
                q.backward()  # which way is up, and how steeply: w.grad
                if not torch.isfinite(torch.hstack([w, q, w.grad])).all():
                    break  # it flew away
                print(k, *w.tolist(), q.item())
                if q > 1e12 and q > before:
                    break  # it is flying away
                if k == steps or math.hypot(*w.grad.tolist()) < 1e-6:
                    break
                before = q.item()

                # A step down, and again.
                optimizer.step()
            """);
  }

  @Test
  void changesOnlyThePytorchSettingsThatChange() {
    String nadam = write(Language.PYTORCH, Map.of("optimizer", "nadam", "beta1", "0.8"));
    assertThat(nadam)
        .contains(
            """
            optimizer = torch.optim.NAdam([w], lr=0.1, betas=(0.8, 0.999), eps=1e-8, \
            momentum_decay=0.004, foreach=True)
            """);
  }

  @Test
  void refusesADerivativeTooLongToBeWrittenOut() {
    Map<String, String> deep = Map.of("formula", "sin(".repeat(100) + "w" + ")".repeat(100));
    Refused refused = catchThrowableOfType(Refused.class, () -> write(Language.JAVA, deep));
    assertThat(refused.field()).isEqualTo("formula");
    assertThat(refused).hasMessageContaining("4000 characters").hasMessageContaining("java");
    assertThat(write(Language.PYTORCH, deep)).contains("sin(torch.sin(");
  }

  private String write(Language language, Map<String, String> members) {
    Map<String, String> query =
        new HashMap<>(
            Map.of(
                "formula", "0.1*w^2 + sin(2*w)",
                "start", "2",
                "optimizer", "sgd",
                "learningRate", "0.1",
                "steps", "20"));
    query.putAll(members);
    return programs.write(shortForm.read(query), language);
  }
}
