package de.lokalwillkommen.web.page;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.glassfish.expressly.parser.AstBracketSuffix;
import org.glassfish.expressly.parser.AstChoice;
import org.glassfish.expressly.parser.AstCompositeExpression;
import org.glassfish.expressly.parser.AstDeferredExpression;
import org.glassfish.expressly.parser.AstDotSuffix;
import org.glassfish.expressly.parser.AstDynamicExpression;
import org.glassfish.expressly.parser.AstIdentifier;
import org.glassfish.expressly.parser.AstMethodArguments;
import org.glassfish.expressly.parser.AstValue;
import org.glassfish.expressly.parser.ELParser;
import org.glassfish.expressly.parser.Node;

/**
 * Determines the types of the expressions of pages, as far as classes tell, and finds those that
 * read as a property of a record what is not a component. From Expression Language 6 on that fails.
 */
final class ExpressionTypes {

  private final Function<String, Set<Type>> names;
  private final Collection<Class<?>> records;
  private final Set<String> wrong = new TreeSet<>();
  private int recordsRead;

  /**
   * @param names the types that a name may have; empty if unknown
   * @param records those that may be behind an interface
   */
  ExpressionTypes(Function<String, Set<Type>> names, Collection<Class<?>> records) {
    this.names = names;
    this.records = records;
  }

  /**
   * Looks at all expressions in an attribute or a text.
   *
   * @return the types of the whole, if it is one expression
   */
  Set<Type> read(String text) {
    Node all = ELParser.parse(text);
    visit(all);
    return typesOf(all);
  }

  /** What fails, as {@code Record.property}. */
  Set<String> wrong() {
    return wrong;
  }

  /** How often a record was read or called. */
  int recordsRead() {
    return recordsRead;
  }

  private void visit(Node node) {
    if (node instanceof AstValue) {
      typesOf(node);
    }
    children(node).forEach(this::visit);
  }

  private Set<Type> typesOf(Node node) {
    if (node instanceof AstIdentifier) {
      return names.apply(node.getImage());
    }
    boolean isWrapper =
        node instanceof AstCompositeExpression
            || node instanceof AstDynamicExpression
            || node instanceof AstDeferredExpression;
    if (isWrapper) {
      return node.jjtGetNumChildren() == 1 ? typesOf(node.jjtGetChild(0)) : Set.of();
    }
    if (node instanceof AstChoice) {
      Set<Type> either = new LinkedHashSet<>(typesOf(node.jjtGetChild(1)));
      either.addAll(typesOf(node.jjtGetChild(2)));
      return either;
    }
    return node instanceof AstValue ? typesAlong(node) : Set.of();
  }

  private Set<Type> typesAlong(Node value) {
    List<Node> steps = children(value).toList();
    Set<Type> types = typesOf(steps.get(0));
    for (int i = 1; i < steps.size(); i++) {
      Node step = steps.get(i);
      if (step instanceof AstDotSuffix) {
        Optional<Node> call =
            children(step).filter(AstMethodArguments.class::isInstance).findFirst();
        types =
            each(
                types,
                type ->
                    call.isPresent()
                        ? called(type, step.getImage(), call.get().jjtGetNumChildren())
                        : property(type, step.getImage()));
      } else if (step instanceof AstBracketSuffix) {
        types = each(types, type -> elements(type).stream());
      } else {
        return Set.of();
      }
    }
    return types;
  }

  /** The type of the variable of a loop over a value. */
  static Set<Type> elements(Type type) {
    Class<?> raw = raw(type);
    if (raw.isArray()) {
      return Set.of(raw.getComponentType());
    }
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      return Set.of(bound(of[of.length - 1]));
    }
    return Set.of();
  }

  private Stream<Type> property(Type type, String name) {
    Class<?> raw = raw(type);
    if (Map.class.isAssignableFrom(raw)) {
      return elements(type).stream();
    }
    behind(raw).forEach(record -> requireComponent(record, name));
    if (raw.isRecord()) {
      return findComponent(raw, name)
          .map(component -> in(type, component.getGenericType()))
          .stream();
    }
    return getters(raw, name).map(getter -> in(type, getter.getGenericReturnType()));
  }

  private void requireComponent(Class<?> record, String name) {
    recordsRead++;
    if (findComponent(record, name).isEmpty()
        && (getters(record, name).findAny().isPresent()
            || methods(record, name, 0).findAny().isPresent())) {
      wrong.add(record.getSimpleName() + "." + name);
    }
  }

  private Stream<Type> called(Type type, String name, int arguments) {
    recordsRead += (int) behind(raw(type)).count();
    return methods(raw(type), name, arguments)
        .map(method -> in(type, method.getGenericReturnType()));
  }

  /** The records that a value of a type may be. */
  private Stream<Class<?>> behind(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : records.stream().filter(record -> isOurs(type) && type.isAssignableFrom(record));
  }

  /** A type of the JDK that a record implements, too, does not narrow the choice. */
  private static boolean isOurs(Class<?> type) {
    return type.getName().startsWith("de.lokalwillkommen.");
  }

  private static Optional<RecordComponent> findComponent(Class<?> record, String name) {
    return Stream.of(record.getRecordComponents())
        .filter(component -> component.getName().equals(name))
        .findFirst();
  }

  private static Stream<Method> getters(Class<?> type, String property) {
    String name = Character.toUpperCase(property.charAt(0)) + property.substring(1);
    return Stream.concat(methods(type, "get" + name, 0), methods(type, "is" + name, 0));
  }

  private static Stream<Method> methods(Class<?> type, String name, int arguments) {
    return Stream.of(type.getMethods())
        .filter(method -> method.getName().equals(name) && method.getParameterCount() == arguments)
        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
        .filter(method -> method.getDeclaringClass() != Object.class);
  }

  /** A type as a member of another one names it. */
  private static Type in(Type owner, Type member) {
    if (member instanceof TypeVariable<?> variable && owner instanceof ParameterizedType generic) {
      TypeVariable<?>[] all = raw(owner).getTypeParameters();
      for (int i = 0; i < all.length; i++) {
        if (all[i].equals(variable)) {
          return bound(generic.getActualTypeArguments()[i]);
        }
      }
    }
    return member;
  }

  private static Type bound(Type type) {
    return type instanceof WildcardType wild ? wild.getUpperBounds()[0] : type;
  }

  private static Class<?> raw(Type type) {
    if (type instanceof Class<?> known) {
      return known;
    }
    return type instanceof ParameterizedType generic ? raw(generic.getRawType()) : Object.class;
  }

  private static Set<Type> each(Set<Type> types, Function<Type, Stream<Type>> step) {
    Set<Type> next = new LinkedHashSet<>();
    types.stream().flatMap(step).forEach(next::add);
    return next;
  }

  private static Stream<Node> children(Node node) {
    return Stream.iterate(0, i -> i < node.jjtGetNumChildren(), i -> i + 1).map(node::jjtGetChild);
  }
}
