package bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The peer in Spring, with Boot's defaults and virtual threads. */
@SpringBootApplication
class NaiveApplication {

  static void main(String[] args) {
    SpringApplication.run(NaiveApplication.class, args);
  }
}
