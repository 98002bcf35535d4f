using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace VolumeViewer.Host.Plugins.Source;

/// <summary>Reads ids and titles of contributions off the source, where they are constants, so that menus fill before any of its code has run.</summary>
internal sealed class ContributionReader(SemanticModel model, CancellationToken cancellationToken)
{
    // Enough for a property that returns a field that is filled with a constructor call; a bound, since code may name itself.
    private const int MaxSteps = 4;

    /// <summary>Id and title as a class tells them, or null where they are not constants.</summary>
    public ManifestContribution? OfClass(INamedTypeSymbol type) => Constant(type, "Id") is { } id
        ? new ManifestContribution { Id = id, Title = Constant(type, "Title") ?? id }
        : null;

    /// <summary>Id and title of what an expression makes, or null where they are not constants.</summary>
    public ManifestContribution? OfExpression(ExpressionSyntax expression)
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            var operation = model.GetOperation(expression, cancellationToken);
            while (operation is IConversionOperation conversion)
                operation = conversion.Operand;
            if (operation is IObjectCreationOperation creation)
                return OfCreation(creation);
            if (model.GetSymbolInfo(expression, cancellationToken).Symbol is not { } symbol || Source(symbol) is not { } source)
                return null;
            expression = source;
        }
        return null;
    }

    private ManifestContribution? OfCreation(IObjectCreationOperation creation)
    {
        if (creation.Type is INamedTypeSymbol type && type.DeclaringSyntaxReferences.Length > 0)
            return OfClass(type);
        return Argument("id") is { } id ? new ManifestContribution { Id = id, Title = Argument("title") ?? id } : null;

        string? Argument(string name) => creation.Arguments
            .FirstOrDefault(argument => string.Equals(argument.Parameter?.Name, name, StringComparison.OrdinalIgnoreCase))?.Value.ConstantValue.Value as string;
    }

    private string? Constant(INamedTypeSymbol type, string property)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            // An explicit implementation is named for its interface: "VolumeViewer.Sdk.IContribution.Id".
            var found = at.GetMembers().OfType<IPropertySymbol>()
                .FirstOrDefault(member => member.Name == property || member.Name.EndsWith($".IContribution.{property}", StringComparison.Ordinal));
            if (found is not null)
                return Source(found) is { } expression ? Text(expression) : null;
        }
        return null;
    }

    private string? Text(ExpressionSyntax expression)
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            if (model.GetConstantValue(expression, cancellationToken) is { HasValue: true, Value: string text })
                return text;
            if (model.GetSymbolInfo(expression, cancellationToken).Symbol is not { IsStatic: true } symbol || Source(symbol) is not { } source)
                return null;
            expression = source;
        }
        return null;
    }

    // The expression that a property or method without arguments gives back, or that a field or variable was made with.
    private ExpressionSyntax? Source(ISymbol symbol)
    {
        if (symbol.DeclaringSyntaxReferences is not [var reference] || reference.SyntaxTree != model.SyntaxTree)
            return null;
        return reference.GetSyntax(cancellationToken) switch
        {
            PropertyDeclarationSyntax { ExpressionBody: { } body } => body.Expression,
            PropertyDeclarationSyntax { Initializer: { } initializer } => initializer.Value,
            PropertyDeclarationSyntax { AccessorList.Accessors: [{ ExpressionBody: { } body }, ..] } => body.Expression,
            PropertyDeclarationSyntax { AccessorList.Accessors: [{ Body.Statements: [ReturnStatementSyntax { Expression: { } value }] }, ..] } => value,
            MethodDeclarationSyntax { ExpressionBody: { } body } => body.Expression,
            MethodDeclarationSyntax { Body.Statements: [ReturnStatementSyntax { Expression: { } value }] } => value,
            VariableDeclaratorSyntax { Initializer: { } initializer } => initializer.Value,
            _ => null,
        };
    }
}
